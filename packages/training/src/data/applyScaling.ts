import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { requireScaling } from "./requireScaling.ts";
import { requireWhole } from "./requireWhole.ts";
import { scaledRows } from "./scaledRows.ts";

/**
 * Scales all of an array at once: `value * scale + offset`, as Float32.
 *
 * `fit`, `evaluate` and `predict` take the scaling itself and apply it to one batch at a time; this is for looking at the
 * numbers, and for scaling targets.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH` when the scaling is for another number of features, `INVALID_ARGUMENT` when it is
 *   not of finite numbers
 * @example
 * applyScaling({ data: Uint8Array.of(0, 51), shape: [2, 1] }, { scale: 1 / 255, offset: 0 }).data; // 0, 0.2
 */
export function applyScaling(x: NdArray, scaling: InputScaling): NdArray<Float32Array> {
  requireWhole(x, "x");
  requireScaling(scaling);
  const rows = Uint32Array.from({ length: x.shape[0] ?? 0 }, (_, row) => row);
  return { data: scaledRows(x, rows, scaling), shape: x.shape };
}
