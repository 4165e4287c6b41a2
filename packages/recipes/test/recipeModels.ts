import type { ConformanceModel } from "@minibatch/backends/testing";
import { createOptimizer, recipes } from "../src/index.ts";
import reference from "./reference/trainingSteps.json" with { type: "json" };

const expected: Readonly<Record<string, readonly (readonly number[])[]>> = reference;

/** The models of all recipes, as the conformance suite of the backends takes them; that of `mnist-cnn` stands for `kmnist-cnn`, too. */
export const recipeModels: readonly ConformanceModel[] = recipes
  .filter(({ name }) => name !== "kmnist-cnn")
  .map((recipe) => ({
    name: recipe.name,
    createModel: () => recipe.createModel(1),
    createOptimizer: () => createOptimizer(recipe.schedule.optimizer, recipe.schedule.learningRate),
    loss: recipe.task === "regression" ? "meanSquaredError" : "sparseCategoricalCrossentropy",
    expected: expected[recipe.name],
  }));
