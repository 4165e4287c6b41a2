import type { NdArray, Samples } from "@minibatch/datasets";
import { argMax, worstMistakes } from "@minibatch/training";
import type { RunSamples, SampleRecord } from "./RunSamples.ts";

/** Images in the grid of the report. */
const SAMPLES = 40;
/** Mistakes in the report. */
const MISTAKES = 20;

/**
 * Picks the test images that a report shows.
 *
 * @param testSet images of bytes
 * @param probabilities `[n, classes]`
 */
export function pickSamples(
  testSet: Samples<Uint8Array, Uint8Array>,
  probabilities: NdArray<Float32Array>,
  classNames: readonly string[],
): RunSamples {
  const predictions = argMax(probabilities);
  const shape = testSet.x.shape.slice(1);
  const size = shape.reduce((product, length) => product * length, 1);
  const classes = probabilities.shape[1] ?? 1;
  const record = (index: number): SampleRecord => {
    const actual = testSet.y.data[index] ?? 0;
    const predicted = predictions[index] ?? 0;
    return {
      index,
      actual: classNames[actual] ?? String(actual),
      predicted: classNames[predicted] ?? String(predicted),
      probability: Number((probabilities.data[index * classes + predicted] ?? 0).toFixed(4)),
      pixels: Buffer.from(testSet.x.data.subarray(index * size, (index + 1) * size)).toString("base64"),
    };
  };
  const count = Math.min(SAMPLES, predictions.length);
  return {
    shape,
    samples: Array.from({ length: count }, (_, index) => record(index)),
    mistakes: worstMistakes(testSet.y.data, probabilities, MISTAKES).map(({ index }) => record(index)),
  };
}
