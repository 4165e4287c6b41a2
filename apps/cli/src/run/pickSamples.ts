import type { NdArray, Samples } from "@minibatch/datasets";
import { argMax, worstMistakes } from "@minibatch/training";
import type { RunSamples, SampleRecord } from "./RunSamples.ts";

/** Samples in the grid of the report. */
const SAMPLES = 40;
/** Mistakes in the report. */
const MISTAKES = 20;

/**
 * Picks the test samples that a report shows.
 *
 * @param probabilities `[n, classes]`
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
      ...(pixels && { pixels: Buffer.from(pixels).toString("base64") }),
    };
  };
  const count = Math.min(SAMPLES, predictions.length);
  return {
    shape,
    samples: Array.from({ length: count }, (_, index) => record(index)),
    mistakes: worstMistakes(testSet.y.data, probabilities, MISTAKES).map(({ index }) => record(index)),
  };
}
