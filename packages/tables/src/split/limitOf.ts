import type { LoadOptions } from "@minibatch/datasets";

/** How many rows of each part a load is to give at most; validation goes with training. */
export function limitOf({ limit, split }: LoadOptions): {
  train: number | undefined;
  test: number | undefined;
} {
  const { train, test } = typeof limit === "number" ? { train: limit, test: limit } : (limit ?? {});
  return { train: split === "test" ? 0 : train, test: split === "train" ? 0 : test };
}
