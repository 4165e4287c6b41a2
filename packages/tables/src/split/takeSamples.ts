import type { NdArray, Samples } from "@minibatch/datasets";
import type { TargetArray } from "../TableDataset.ts";

/** Copies the given rows of inputs `[n, ...]` and targets `[n]`. */
export function takeSamples<Inputs extends Uint8Array | Float32Array>(
  { x, y }: Samples<Inputs, TargetArray>,
  rows: readonly number[],
): Samples<Inputs, TargetArray> {
  return { x: takeRows(x, rows), y: takeRows(y, rows) };
}

function takeRows<Data extends Uint8Array | Float32Array | TargetArray>(
  { data, shape: [, ...axes] }: NdArray<Data>,
  rows: readonly number[],
): NdArray<Data> {
  const width = axes.reduce((product, length) => product * length, 1);
  const taken = new (data.constructor as new (length: number) => Data)(rows.length * width);
  for (const [index, row] of rows.entries()) {
    taken.set(data.subarray(row * width, (row + 1) * width), index * width);
  }
  return { data: taken, shape: [rows.length, ...axes] };
}
