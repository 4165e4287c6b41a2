import type { TrainResult } from "../run/RunRecord.ts";
import { type Html, html } from "./html.ts";

/** What the run shows that one should know, and what to try; nothing where all is well. */
export function adviceSection({ advice = [] }: TrainResult): Html | "" {
  if (advice.length === 0) return "";
  return html`<h2>What it shows</h2>
<ul>${advice.map(
    (line) => html`<li>${line}</li>
`,
  )}</ul>
`;
}
