import type { DataRecord, PicturesRecord, TableRecord } from "../run/DataRecord.ts";
import { countText } from "../terminal/numberText.ts";
import { type Html, html } from "./html.ts";

/** Files that were left out beyond so many are only counted. */
const shownFiles = 100;

/** What is in data of one's own, and what was left out and why; nothing for a built-in dataset. */
export function dataSection(data: DataRecord | undefined): Html | "" {
  if (data === undefined) return "";
  return data.kind === "table" ? tableSection(data) : picturesSection(data);
}

function tableSection({ columns, target, notes }: TableRecord): Html {
  const rows = columns.map(({ name, kind, missing, distinct, leftOut, note }) => {
    const used = name === target ? "predicted" : leftOut === undefined ? "input" : "left out";
    const why = [leftOut, note].filter((text) => text !== undefined).join("; ");
    return html`<tr><td>${name}</td><td class="words">${kind}</td><td class="words">${used}</td><td>${countText(missing)}</td><td>${countText(distinct)}</td><td class="words">${why}</td></tr>
`;
  });
  // What is said of a column stands in its line.
  const further = notes.filter((note) => !note.startsWith('"'));
  return html`<h2>Columns</h2>
<div class="table"><table>
<thead><tr><th scope="col">column</th><th scope="col" class="words">kind</th><th scope="col" class="words">used as</th><th scope="col">missing</th><th scope="col">different</th><th scope="col" class="words">note</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
${listOf(further)}`;
}

function picturesSection({ counts, leftOut }: PicturesRecord): Html {
  const rows = counts.map(
    ({ className, train, validation, test }) =>
      html`<tr><td>${className}</td><td>${countText(train)}</td><td>${countText(validation)}</td><td>${countText(test)}</td></tr>
`,
  );
  const files = leftOut.slice(0, shownFiles).map(({ file, message }) => `${file} ${message}`);
  const more = leftOut.length - files.length;
  return html`<h2>Pictures</h2>
<div class="table"><table>
<thead><tr><th scope="col">class</th><th scope="col">training</th><th scope="col">validation</th><th scope="col">test</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>
${leftOut.length > 0 ? html`<p>Left out ${countText(leftOut.length)}:</p>` : ""}
${listOf([...files, ...(more > 0 ? [`and ${countText(more)} more`] : [])])}`;
}

function listOf(texts: readonly string[]): Html | "" {
  if (texts.length === 0) return "";
  return html`<ul class="notes">${texts.map(
    (text) => html`<li>${text}</li>
`,
  )}</ul>`;
}
