import { trainingStepSpecs } from "@minibatch/backends/testing";
import { describe, expect, it, type TestContext } from "vitest";
import { recipeModels } from "./recipeModels.ts";

/**
 * Registers a training step of each recipe's model as tests.
 *
 * @param title which backend, and where
 * @param start starts it, or skips the running test where something is missing; called before every step
 */
export function describeTrainingSteps(
  title: string,
  start: (context: TestContext) => Promise<unknown>,
): void {
  describe(`conformance of ${title}`, () => {
    it.for(trainingStepSpecs(recipeModels))("$name", { timeout: 120_000 }, async (spec, context) => {
      await start(context);
      await expect(spec.run()).resolves.toBeUndefined();
    });
  });
}
