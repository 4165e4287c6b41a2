import { sampleValues } from "./sample.ts";

/** Results of at most so many values are compared one by one. */
const WHOLE = 24;
/** Larger ones by so many projections. */
const PROJECTIONS = 6;

/**
 * Shortens a result to what is compared with the reference: itself when it is small, else its projections on a few
 * fixed random directions, which no wrong value escapes in all of them.
 *
 * @param values of one tensor, row-major
 */
export function digest(values: ArrayLike<number>): number[] {
  if (values.length <= WHOLE) return Array.from(values);
  return Array.from({ length: PROJECTIONS }, (_, direction) => {
    const weights = sampleValues(values.length, 1000 + direction);
    let sum = 0;
    // A plain loop: layers have up to a million weights, and iterators take ten times as long.
    for (let at = 0; at < weights.length; at += 1) sum += (weights[at] as number) * (values[at] as number);
    return sum / Math.sqrt(values.length);
  });
}
