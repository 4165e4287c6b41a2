import { parseNumber } from "../cells/parseNumber.ts";

/**
 * Makes what finds the label of a class by its text; where all classes are numbers, 1 and 1.0 are one class.
 *
 * @returns the label from 0, or `undefined` for what is no class
 */
export function classLabels(
  classes: readonly string[],
  decimalComma: boolean,
): (cell: string) => number | undefined {
  const labels = new Map(classes.map((value, label) => [value, label]));
  const numbers = new Map(classes.map((value, label) => [parseNumber(value, decimalComma), label]));
  if (numbers.has(undefined)) return (cell) => labels.get(cell);
  return (cell) => labels.get(cell) ?? numbers.get(parseNumber(cell, decimalComma));
}

/** The different values, in their order; of numbers that are written in several ways, the shortest. */
export function distinctClasses(distinct: readonly string[], decimalComma: boolean): string[] {
  const byNumber = new Map<number, string>();
  for (const value of distinct) {
    const number = parseNumber(value, decimalComma);
    if (number === undefined) return [...distinct];
    const other = byNumber.get(number);
    if (other === undefined || value.length < other.length) byNumber.set(number, value);
  }
  return [...byNumber.values()];
}
