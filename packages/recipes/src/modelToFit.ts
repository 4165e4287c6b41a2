import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { classificationTask } from "./classificationTask.ts";
import { createOptimizer } from "./createOptimizer.ts";
import { optimizerOptionsOf } from "./optimizerOptionsOf.ts";
import type { Recipe } from "./Recipe.ts";
import { regressionTask } from "./regressionTask.ts";
import type { ResolvedSettings } from "./resolveSettings.ts";

/**
 * Makes a recipe's model, compiled; whoever asks disposes of both.
 *
 * @param rows how many are trained on in an epoch
 */
export function modelToFit(
  recipe: Recipe,
  settings: ResolvedSettings,
  rows: number,
): { readonly model: LayersModel; readonly optimizer: Optimizer } {
  const { schedule, dataset } = recipe;
  const task =
    (recipe.task ?? dataset.task) === "regression" ? regressionTask(recipe) : classificationTask(dataset);
  const own = settings.optimizer === schedule.optimizer;
  const options = optimizerOptionsOf(schedule, settings);
  const groups = own ? recipe.weightGroups?.(Math.ceil(rows / settings.batchSize)) : undefined;
  const optimizer = createOptimizer(settings.optimizer, settings.learningRate, options, groups);
  try {
    const model = recipe.createModel(settings.seed);
    const outputs = model.outputs[0]?.shape.at(-1) ?? 0;
    model.compile({ optimizer, loss: task.loss(outputs), metrics: [task.metric] });
    return { model, optimizer };
  } catch (error) {
    optimizer.dispose();
    throw error;
  }
}
