import { findRecipe, resolveSettings } from "@minibatch/recipes";
import type { RunRecord } from "../src/worker/RunRecord.ts";

const recipe = findRecipe("digits-cnn");

/** What a finished run of the first recipe has in its `run.json`. */
export const doneRun: RunRecord = {
  format: 1,
  status: "done",
  recipe: recipe.name,
  dataset: recipe.dataset.name,
  backend: "wasm",
  settings: resolveSettings(recipe, {}),
  versions: {},
  result: {
    task: "classification",
    recipe: recipe.name,
    dataset: recipe.dataset.name,
    backend: "wasm",
    seed: 1,
    epochs: 2,
    settings: resolveSettings(recipe, {}),
    test: { loss: 2.3, accuracy: 0.1 },
    samples: { train: 900, validation: 100, test: 2000 },
    published: recipe.published,
    parameters: 10,
    samplesPerSecond: 1000,
    seconds: 5,
    history: { loss: [2, 1], accuracy: [0.5, 0.6] },
    out: ".",
  },
};
