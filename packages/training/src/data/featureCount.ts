import type { NdArray } from "@minibatch/datasets";

/** The length of the last axis, as scalings count features; single values are one feature. */
export function featureCount({ shape }: NdArray): number {
  return shape.length > 1 ? (shape.at(-1) as number) : 1;
}
