import { trainingStepSpecs } from "@minibatch/backends/testing";
import { describe, expect, it, type TestContext } from "vitest";
import { recipeModels } from "./recipeModels.ts";

/**
 * Registers a training step of each recipe's model as tests.
 *
 * @param title which backend, and where
 * @param start starts it, or skips the running test where something is missing; called before every step, with the name of its recipe
 */
export function describeTrainingSteps(
  title: string,
  start: (context: TestContext, recipe: string) => Promise<unknown>,
): void {
  describe(`conformance of ${title}`, () => {
    it.for(recipeModels)("a training step of $name", { timeout: 120_000 }, async (model, context) => {
      await start(context, model.name);
      for (const spec of trainingStepSpecs([model])) await expect(spec.run()).resolves.toBeUndefined();
    });
  });
}
