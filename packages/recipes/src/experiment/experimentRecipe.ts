import type { Dataset } from "@minibatch/datasets";
import type { Recipe } from "../Recipe.ts";
import { buildModel } from "./buildModel.ts";
import { describeModel } from "./describeModel.ts";
import type { Experiment } from "./Experiment.ts";

/**
 * Makes a recipe of an experiment, on the dataset that its `data` names.
 *
 * @param dataset opened by whoever knows where files are
 * @example
 * const experiment = JSON.parse(await readFile("experiment.json", "utf8"));
 * const dataset = await table(experiment.data.table, { target: experiment.data.target });
 * await trainRecipe(experimentRecipe(experiment, dataset));
 */
export function experimentRecipe({ name, model, schedule }: Experiment, dataset: Dataset): Recipe {
  return {
    name,
    title: dataset.title,
    task: dataset.task,
    dataset,
    architecture: describeModel(model),
    schedule,
    createModel: (seed) => buildModel(model, dataset, seed),
  };
}
