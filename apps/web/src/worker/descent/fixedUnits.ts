import type { Samples } from "@minibatch/datasets";
import { seededRandom } from "@minibatch/training";

/** Digits are made so small for the units: 14 pixels along each side. */
const side = 14;
/** The inputs of a unit. */
const inputs = side * side;

/** Pictures of 28 x 28 bytes as rows of 14 x 14 numbers from 0 to 1, the mean of four pixels each. */
export function smallPictures({ x, y }: Samples<Uint8Array, Uint8Array>): Float64Array {
  const small = new Float64Array(y.data.length * inputs);
  for (const [at, ink] of x.data.entries()) {
    const [picture, pixel] = [Math.floor(at / (4 * inputs)), at % (4 * inputs)];
    const [row, column] = [Math.floor(pixel / (2 * side)), pixel % (2 * side)];
    const cell = picture * inputs + Math.floor(row / 2) * side + Math.floor(column / 2);
    small[cell] = (small[cell] as number) + ink / (4 * 255);
  }
  return small;
}

/** One hidden unit whose weights stay as they were drawn: what it makes of each picture of {@link smallPictures}. */
type FixedUnit = (pictures: Float64Array) => Float64Array;

/** Draws units with relu, one after the other. @param seed the same one gives the same units */
export function fixedUnits(seed: number): () => FixedUnit {
  const random = seededRandom(seed, "fixed units");
  // Uniform, with a deviation of 2 / 14: sums of about one picture are about as large as its bias.
  const draw = (deviation: number): number => (2 * random() - 1) * Math.sqrt(3) * deviation;
  return () => {
    const weights = Float64Array.from({ length: inputs }, () => draw(2 / side));
    const bias = draw(0.5);
    return (pictures) =>
      Float64Array.from({ length: pictures.length / inputs }, (_, picture) => {
        let sum = bias;
        for (let at = 0; at < inputs; at += 1) {
          sum += (weights[at] as number) * (pictures[picture * inputs + at] as number);
        }
        return Math.max(0, sum);
      });
  };
}
