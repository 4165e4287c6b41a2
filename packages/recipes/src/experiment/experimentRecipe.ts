import type { Dataset } from "@minibatch/datasets";
import type { Recipe } from "../Recipe.ts";
import { buildModel } from "./buildModel.ts";
import { describeModel } from "./describeModel.ts";
import type { Experiment } from "./Experiment.ts";

/**
 * Makes a recipe of an experiment, on the dataset that its `data` names. The columns of a built-in dataset are standardized: tables and
 * arrays of one's own come so, and no network learns from columns of which one has values in thousands.
 *
 * @param dataset opened by whoever knows where files are
 * @example
 * const experiment = JSON.parse(await readFile("experiment.json", "utf8"));
 * const dataset = await table(experiment.data.table, { target: experiment.data.target });
 * await trainRecipe(experimentRecipe(experiment, dataset));
 */
export function experimentRecipe({ name, data, model, schedule }: Experiment, dataset: Dataset): Recipe {
  return {
    name,
    title: dataset.title,
    task: dataset.task,
    dataset,
    standardized: "dataset" in data && dataset.inputShape.length === 1,
    architecture: describeModel(model),
    schedule,
    createModel: (seed) => buildModel(model, dataset, seed),
  };
}
