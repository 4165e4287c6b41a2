import { parseNumber } from "../columns/parseNumber.ts";
import type { TargetEncoding } from "../encode/TableEncoding.ts";
import type { TargetArray } from "../TableDataset.ts";

/** Turns the cells of the target, none of them missing, into labels from 0 or into values. */
export function encodeTargets(
  target: TargetEncoding,
  cells: readonly string[],
  decimalComma: boolean,
): TargetArray {
  if (target.kind === "value") {
    return Float64Array.from(cells, (cell) => parseNumber(cell, decimalComma) as number);
  }
  const labels = new Map(target.classes.map((value, label) => [value, label]));
  const Type = target.classes.length > 256 ? Int32Array : Uint8Array;
  return new Type(cells.map((cell) => labels.get(cell) as number));
}
