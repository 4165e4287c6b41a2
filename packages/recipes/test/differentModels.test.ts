import { startBackend } from "@minibatch/backends";
import type { layers } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { findRecipe, type Recipe, recipes } from "../src/index.ts";
import { differentModels } from "./differentModels.ts";

/** What is a size, a number or a start of weights: no other code runs for it. */
const sizes =
  /^(name|units|filters|batchInputShape|inputShape|rate|momentum|epsilon|trainable|dtype|seed|.*Initializer)$/;

/** The kinds of layers of a recipe's network, each with its settings, its loss and its optimizer. */
function kindsOf(recipe: Recipe): Set<string> {
  const model = recipe.createModel(1);
  const kinds = new Set([`loss of ${recipe.task}`, `optimizer ${recipe.schedule.optimizer}`]);
  const note = (layer: layers.Layer & { readonly layers?: readonly layers.Layer[] }): void => {
    if (layer.layers) return layer.layers.forEach(note);
    const settings = Object.entries(layer.getConfig()).filter(([name, value]) => value && !sizes.test(name));
    kinds.add(`${layer.getClassName()} ${JSON.stringify(settings)}`);
  };
  model.layers.forEach(note);
  model.dispose();
  return kinds;
}

it("differentModels have every kind of layer, loss and optimizer of all recipes, and none could be left out", async () => {
  await startBackend("cpu");
  const kinds = new Map(recipes.map((recipe) => [recipe.name, kindsOf(recipe)]));
  const kindsIn = (names: readonly string[]) =>
    new Set(names.flatMap((name) => [...(kinds.get(name) ?? [])]));
  const names = differentModels.map(({ name }) => findRecipe(name).name);
  expect(kindsIn(names)).toEqual(kindsIn(recipes.map(({ name }) => name)));
  for (const name of names) {
    expect(kindsIn(names.filter((other) => other !== name)), name).not.toEqual(kindsIn(names));
  }
});
