/** A row of a Markdown table. */
export function tableRow(cells) {
  return `| ${cells.join(" | ")} |`;
}
