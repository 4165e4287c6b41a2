import { expect, it } from "vitest";
import type { EpochWeights } from "../src/worker/explore/epochWeights.ts";
import { withEpoch } from "../src/worker/explore/withEpoch.ts";

const weights = (length: number) => [{ name: "kernel", shape: [length], data: new Float32Array(length) }];

it("withEpoch(kept, checkpoint) keeps 20 epochs at most, the first and the last among them", () => {
  let kept: EpochWeights = new Map();
  for (let epoch = 1; epoch <= 200; epoch += 1) {
    kept = withEpoch(kept, { epoch, batch: 0, weights: weights(3) });
    expect(kept.size).toBe(Math.min(epoch, 20));
    expect([...kept.keys()].at(0)).toBe(1);
    expect([...kept.keys()].at(-1)).toBe(epoch);
  }
});

it("withEpoch(kept, checkpoint) keeps fewer of a large network, and none of one of which two take more than 32 MB", () => {
  let kept: EpochWeights = new Map();
  for (let epoch = 1; epoch <= 9; epoch += 1) {
    kept = withEpoch(kept, { epoch, batch: 0, weights: weights(2_000_000) });
  }
  // 8 MB each.
  const epochs = [...kept.keys()];
  expect([epochs.length, epochs[0], epochs.at(-1)]).toEqual([4, 1, 9]);
  expect(withEpoch(new Map(), { epoch: 1, batch: 0, weights: weights(5_000_000) }).size).toBe(0);
});

it("withEpoch(kept, checkpoint) takes the averages where there are some, replaces an epoch, and leaves out the middle of one", () => {
  const [first, second] = [weights(1), weights(1)];
  const kept = withEpoch(new Map(), { epoch: 1, batch: 0, weights: weights(1), averages: first });
  expect(kept.get(1)).toBe(first);
  expect(withEpoch(kept, { epoch: 2, batch: 5, weights: second })).toBe(kept);
  expect([...withEpoch(kept, { epoch: 1, batch: 0, weights: second })]).toEqual([[1, second]]);
});
