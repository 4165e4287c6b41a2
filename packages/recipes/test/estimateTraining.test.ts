import { startBackend } from "@minibatch/backends";
import { airbench } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { estimateTraining, findRecipe, type Recipe, resolveSettings, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

/** All that airbench-93 does, in few filters: whitening, groups of weights, an average of them, batches in parts. */
const fewFilters: Recipe = {
  ...findRecipe("cifar10-airbench-93"),
  createModel: (seed) => airbench({ inputShape: [32, 32, 3], widths: [8, 8, 8], classes: 10, seed }),
};

it.for([
  ...["digits-cnn", "boston-linear", "boston-mlp", "mnist-mlp-128"].map((name) => [name, findRecipe(name)]),
  ["cifar10-airbench-93 with few filters", fewFilters],
] as [string, Recipe][])(
  "estimateTraining(%s) measures a few batches, and leaves nothing behind",
  ([, recipe]) =>
    expectNoLeak(async () => {
      const { seconds, secondsPerEpoch } = await estimateTraining(
        recipe,
        resolveSettings(recipe, { epochs: 3, limit: 33, batchSize: 16 }),
      );
      expect(secondsPerEpoch).toBeGreaterThan(0);
      expect(seconds / secondsPerEpoch).toBeCloseTo(3, 9);
    }),
);

it("estimateTraining(recipe) changes nothing about the run after it", () =>
  expectNoLeak(async () => {
    const recipe = findRecipe("digits-cnn");
    const few = { limit: 100, epochs: 1 };
    const plain = await trainRecipe(recipe, few);
    await estimateTraining(recipe, resolveSettings(recipe, few));
    const after = await trainRecipe(recipe, few);
    const weights = [plain, after].map(({ model }) => model.getWeights().map((weight) => weight.dataSync()));
    expect(weights[1]).toEqual(weights[0]);
    plain.model.dispose();
    after.model.dispose();
  }));
