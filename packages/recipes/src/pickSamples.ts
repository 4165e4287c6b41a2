import type { NdArray, Samples } from "@minibatch/datasets";
import { argMax, worstMistakes } from "@minibatch/training";
import type { RunSamples, SampleRecord } from "./RunSamples.ts";

/** Samples in the grid of the report. */
const SAMPLES = 40;
/** Mistakes in the report. */
const MISTAKES = 20;

/**
 * Picks the samples that stand for a test set in a report: the first ones, and those that a model was surest of and wrong about.
 *
 * @param probabilities of each class, `[n, classes]`
 * @example
 * const { testSet, testProbabilities, metadata } = await trainRecipe(findRecipe("digits-cnn"));
 * pickSamples(testSet, testProbabilities, metadata.classNames ?? []).mistakes[0]; // { index: 812, actual: "9", predicted: "4", … }
 */
export function pickSamples(
  testSet: Samples,
  probabilities: NdArray<Float32Array>,
  classNames: readonly string[],
): RunSamples {
  const predictions = argMax(probabilities);
  const { data } = testSet.x;
  const bytes = data instanceof Uint8Array && testSet.x.shape.length === 4 ? data : undefined;
  const shape = testSet.x.shape.slice(1);
  const size = shape.reduce((product, length) => product * length, 1);
  const classes = probabilities.shape[1] ?? 1;
  const record = (index: number): SampleRecord => {
    const actual = testSet.y.data[index] ?? 0;
    const predicted = predictions[index] ?? 0;
    const name = testSet.names?.[index];
    const pixels = bytes?.subarray(index * size, (index + 1) * size);
    return {
      index,
      ...(name !== undefined && { name }),
      actual: classNames[actual] ?? String(actual),
      predicted: classNames[predicted] ?? String(predicted),
      probability: Number((probabilities.data[index * classes + predicted] ?? 0).toFixed(4)),
      ...(pixels && { pixels: base64Of(pixels) }),
    };
  };
  const count = Math.min(SAMPLES, predictions.length);
  return {
    shape,
    samples: Array.from({ length: count }, (_, index) => record(index)),
    mistakes: worstMistakes(testSet.y.data, probabilities, MISTAKES).map(({ index }) => record(index)),
  };
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
