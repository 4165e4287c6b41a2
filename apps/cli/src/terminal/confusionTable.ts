import type { Colour } from "./colour.ts";

/**
 * A confusion matrix for a terminal: rows are actual, columns predicted, right answers on the diagonal.
 *
 * Long class names head the columns as numbers, which the rows repeat.
 */
export function confusionTable(
  matrix: readonly (readonly number[])[],
  classNames: readonly string[],
  colour: Colour,
): string {
  const cell = Math.max(3, ...matrix.flat().map((count) => String(count).length));
  const long = classNames.some((name) => name.length > cell);
  const heads = classNames.map((name, index) => (long ? String(index) : name));
  const labels = classNames.map((name, index) => (long ? `${name} ${index}` : name));
  const left = Math.max("actual".length, ...labels.map((label) => label.length));
  const header = heads.map((head) => head.padStart(cell)).join(" ");
  const rows = matrix.map((counts, actual) => {
    const cells = counts.map((count, predicted) => {
      const text = (count === 0 ? "·" : String(count)).padStart(cell);
      if (actual === predicted) return colour.green(colour.bold(text));
      return count === 0 ? colour.dim(text) : colour.red(text);
    });
    return `${(labels[actual] ?? "").padStart(left)}  ${cells.join(" ")}`;
  });
  const title = `${colour.bold("Confusion matrix")}  rows are actual, columns predicted`;
  return `${title}\n${" ".repeat(left)}  ${colour.bold(header)}\n${rows.join("\n")}\n`;
}
