import { parseNumber } from "../cells/parseNumber.ts";

/** Orders values as a person would count them: numbers by size and before texts, texts by their letters, the same on every machine. */
export function byValue(a: string, b: string): number {
  const [x, y] = [parseNumber(a, false), parseNumber(b, false)];
  if (x !== undefined && y !== undefined && x !== y) return x - y;
  if ((x === undefined) !== (y === undefined)) return x === undefined ? 1 : -1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
