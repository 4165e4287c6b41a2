import type { NdArray } from "@minibatch/datasets";

/**
 * The probability of each class, where a model of one output gives that of the second of two classes alone.
 *
 * @param outputs `[rows, classes]`, or `[rows, 1]`
 * @returns `[rows, classes]`, two of them for one output
 */
export function classProbabilities(outputs: NdArray<Float32Array>): NdArray<Float32Array> {
  const [rows = 0, width] = outputs.shape;
  if (width !== 1) return outputs;
  const data = new Float32Array(2 * rows);
  for (let row = 0; row < rows; row += 1) {
    const second = outputs.data[row] as number;
    data[2 * row] = 1 - second;
    data[2 * row + 1] = second;
  }
  return { data, shape: [rows, 2] };
}
