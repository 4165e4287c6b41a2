import { startBackend } from "@minibatch/backends";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { estimateTraining, findRecipe, resolveSettings, trainRecipe } from "../src/index.ts";

beforeAll(() => startBackend("wasm"));

it.for(["digits-cnn", "boston-linear", "boston-mlp", "mnist-mlp-128", "cifar10-airbench-93"])(
  "estimateTraining(%s) measures a few batches, and leaves nothing behind",
  (name) =>
    expectNoLeak(async () => {
      const recipe = findRecipe(name);
      const { seconds, secondsPerEpoch } = await estimateTraining(
        recipe,
        resolveSettings(recipe, { epochs: 3, limit: 33 }),
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
