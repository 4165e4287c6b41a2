import type { NdArray } from "@minibatch/datasets";
import type { PageTest } from "../page/PageModel.ts";
import { StandaloneError } from "../StandaloneError.ts";

/** Samples with what is right for each. */
export interface TestSet {
  /** Raw inputs, in the shape that the model takes. */
  readonly x: NdArray;
  /** Labels from 0, or values. */
  readonly y: NdArray;
  readonly task: "classification" | "regression";
}

/**
 * Says how good outputs are.
 *
 * @param outputs `[rows, classes]`, or `[rows, 1]`: values, or probabilities of the second of two classes
 * @throws {StandaloneError} `UNSUPPORTED_MODEL` for outputs that are no numbers
 */
export function measureOutputs({ y, task }: TestSet, { data }: NdArray<Float32Array>): PageTest {
  const samples = y.data.length;
  const width = data.length / samples;
  let sum = 0;
  for (let row = 0; row < samples; row += 1) {
    const output = data.subarray(row * width, (row + 1) * width);
    if (!output.every(Number.isFinite)) throw notFinite(row);
    const expected = y.data[row] as number;
    sum +=
      task === "regression"
        ? Math.abs((output[0] as number) - expected)
        : Number(classOf(output) === expected);
  }
  return task === "regression" ? { samples, mae: sum / samples } : { samples, accuracy: sum / samples };
}

function classOf(probabilities: Float32Array): number {
  if (probabilities.length === 1) return (probabilities[0] as number) > 0.5 ? 1 : 0;
  return probabilities.indexOf(Math.max(...probabilities));
}

function notFinite(row: number): StandaloneError {
  return new StandaloneError(
    "UNSUPPORTED_MODEL",
    `What the model gives for test sample ${row} is not finite, so nobody could use it. Train it anew, with a lower learning rate, and look for missing values in its data.`,
  );
}
