import { Random } from "./Random.ts";

/** A value that no arithmetic brings back to the finite ones. */
export type Special = "NaN" | "Infinity" | "-Infinity";

/** What the values of a tensor follow from. */
export interface Sample {
  readonly shape: readonly number[];
  readonly seed: number;
  /** What stands at one or two places. */
  readonly special?: Special | undefined;
}

/** Values from -1 to 1, many of them simple: halves, zeros, several the same. */
export function sampleValues({ shape, seed, special }: Sample, disturbance = 0): Float32Array {
  const random = new Random(seed);
  const coarse = random.chance(0.3);
  const size = shape.reduce((product, length) => product * length, 1);
  const values = Float32Array.from({ length: size }, () => {
    const value = 2 * random.fraction() - 1;
    return coarse ? Math.round(2 * value) / 2 : value;
  });
  if (special && size > 0) {
    for (let count = random.int(1, 2); count > 0; count -= 1)
      values[random.int(0, size - 1)] = Number(special);
  }
  if (disturbance !== 0) {
    const noise = new Random(seed + 1e6);
    for (const [index, value] of values.entries()) {
      values[index] = value * (1 + disturbance * (2 * noise.fraction() - 1));
    }
  }
  return values;
}
