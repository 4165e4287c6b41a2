import { startBackend } from "@minibatch/backends";
import { recipes } from "@minibatch/recipes";
import { storeModel } from "@minibatch/standalone";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";

beforeAll(() => startBackend("wasm"));

it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
  "storeModel(model) has steps for all layers of %s",
  async (_, recipe) => {
    await expectNoLeak(async () => {
      const model = recipe.createModel(1);
      const { network } = await storeModel(model, { weights: "int8" });
      expect(network.steps.length).toBeGreaterThan(0);
      model.dispose();
    });
  },
);
