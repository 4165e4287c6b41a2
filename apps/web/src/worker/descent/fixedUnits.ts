import type { NdArray } from "@minibatch/datasets";
import { seededRandom } from "@minibatch/training";

/** One hidden unit whose weights stay as they were drawn: what it makes of each row of its inputs. */
type FixedUnit = (rows: NdArray<Float64Array>) => Float64Array;

/**
 * Draws units with relu, one after the other.
 *
 * @param seed the same one gives the same units
 * @param inputs of each
 */
export function fixedUnits(seed: number, inputs: number): () => FixedUnit {
  const random = seededRandom(seed, "fixed units");
  // Uniform, with a deviation of 2 by the root of the inputs: sums of about one picture are about as large as its bias.
  const draw = (deviation: number): number => (2 * random() - 1) * Math.sqrt(3) * deviation;
  return () => {
    const weights = Float64Array.from({ length: inputs }, () => draw(2 / Math.sqrt(inputs)));
    const bias = draw(0.5);
    return ({ data, shape: [rows = 0] }) =>
      Float64Array.from({ length: rows }, (_, row) => {
        let sum = bias;
        for (let at = 0; at < inputs; at += 1) {
          sum += (weights[at] as number) * (data[row * inputs + at] as number);
        }
        return Math.max(0, sum);
      });
  };
}
