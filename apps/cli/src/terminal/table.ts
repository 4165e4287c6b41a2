/** How a column stands: numbers read best to the right. */
export type Alignment = "left" | "right";

/**
 * Lays out rows as columns two spaces apart.
 *
 * @param header the head of each column
 * @param rows cells as text, as many as the header has
 * @param alignment how each column stands; `left` where it is not given
 * @param style styles the header, after its width is known
 * @returns lines that end with a line feed
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  alignment: readonly Alignment[] = [],
  style: (text: string) => string = (text) => text,
): string {
  const widths = header.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return alignment[column] === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [style(line(header)), ...rows.map(line)].map((text) => `${text}\n`).join("");
}
