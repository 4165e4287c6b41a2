import { parseNumber } from "../cells/parseNumber.ts";
import { classLabels } from "./classLabels.ts";
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
  const labelOf = classLabels(target.classes, decimalComma);
  const Type = target.classes.length > 256 ? Int32Array : Uint8Array;
  return new Type(cells.map((cell) => labelOf(cell) as number));
}
