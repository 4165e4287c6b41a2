import type { Samples } from "@minibatch/datasets";
import type { TargetArray } from "../TableDataset.ts";

/** Copies the given rows of inputs `[n, features]` and targets `[n]`. */
export function takeSamples(
  { x, y }: Samples<Float32Array, TargetArray>,
  rows: readonly number[],
): Samples<Float32Array, TargetArray> {
  const width = x.shape[1] as number;
  const inputs = new Float32Array(rows.length * width);
  const targets = new (y.data.constructor as new (length: number) => TargetArray)(rows.length);
  for (const [index, row] of rows.entries()) {
    inputs.set(x.data.subarray(row * width, (row + 1) * width), index * width);
    targets[index] = y.data[row] as number;
  }
  return { x: { data: inputs, shape: [rows.length, width] }, y: { data: targets, shape: [rows.length] } };
}
