import type { ConformanceModel } from "@minibatch/backends/testing";
import { recipeModels } from "./recipeModels.ts";

/** Between them they have every kind of layer, loss and optimizer of all recipes: see the test of that name. */
const different = new Set([
  "boston-linear",
  "mnist-softmax",
  "mnist-fast",
  "cifar10-cnn",
  "fashion-mnist-resnet",
  "cifar10-airbench-93",
]);

/**
 * Those of the recipes' models that differ in more than their sizes: for a GPU that the CPU plays, where each takes up to half a minute. wasm takes a
 * step of all.
 */
export const differentModels: readonly ConformanceModel[] = recipeModels.filter(({ name }) =>
  different.has(name),
);
