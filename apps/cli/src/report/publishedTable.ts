import { compareWithPublished } from "@minibatch/recipes";
import type { TrainResult } from "../run/RunRecord.ts";
import { figureText } from "./figureText.ts";
import { type Html, html } from "./html.ts";

/** What the source of a recipe reports, beside what this run reached; nothing where nobody has published a result. */
export function publishedTable(result: TrainResult): Html | "" {
  const { published: source } = result;
  if (source === null) return "";
  const rows = compareWithPublished(result).map(({ metric, measured, published, tolerance, reached }) => {
    const known = Number.isFinite(measured);
    const verdict = reached
      ? html`<span class="right">reached</span>`
      : html`<span class="wrong">missed</span>`;
    return html`<tr><td>${metric}</td><td>${known ? figureText(metric, measured) : "not measured"}</td><td>${figureText(metric, published)}</td><td>${figureText(metric, tolerance)}</td><td>${known ? verdict : ""}</td></tr>
`;
  });
  return html`<h2>Beside the published result</h2>
<div class="table"><table>
<thead><tr><th scope="col">measured</th><th scope="col">this run</th><th scope="col">published</th><th scope="col">tolerance</th><th scope="col"></th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
<p class="quiet">Published by: ${source.source}.</p>`;
}
