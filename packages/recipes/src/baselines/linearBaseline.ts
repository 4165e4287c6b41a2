import type { NdArray, TrainTest } from "@minibatch/datasets";
import { meanAbsoluteError, ridgeRegression } from "@minibatch/training";
import { buildModel } from "../experiment/buildModel.ts";
import type { Recipe, Schedule } from "../Recipe.ts";
import { type TrainRecipeOptions, trainRecipe } from "../trainRecipe.ts";
import type { Baseline } from "./Baseline.ts";

const name = "linear model";

/** More epochs than a model without hidden layers needs: validation stops it before. */
const schedule: Omit<Schedule, "validation"> = {
  optimizer: "adam",
  learningRate: 0.003,
  batchSize: 32,
  epochs: 150,
  earlyStopping: 10,
  reduceOnPlateau: { factor: 0.5, patience: 4 },
};

/**
 * What a linear model makes of the same rows: what depth is worth here. One for values is solved, by ridge regression on all rows that are not for the test;
 * one for classes is trained.
 *
 * @param data as `takeColumns` leaves it
 * @param options of `trainRecipe`: the seed, the limit and where data come from
 */
export async function linearBaseline(
  recipe: Recipe,
  data: TrainTest,
  options: TrainRecipeOptions,
): Promise<Baseline> {
  const { dataset, task = dataset.task } = recipe;
  if (task === "regression") {
    const { weights, bias } = ridgeRegression(data.train.x, data.train.y.data);
    return { name, mae: meanAbsoluteError(data.test.y.data, valuesOf(data.test.x, weights, bias)) };
  }
  const { seed, limit, signal, mirror, offline, cache } = options;
  const inputShape = data.train.x.shape.slice(1);
  const { name: called, title, features, standardized, inputScaling } = recipe;
  const linear = await trainRecipe(
    // Not what is done to the weights of the recipe's own model: that is nothing to a linear one.
    {
      name: called,
      title,
      dataset,
      task,
      ...(features && { features }),
      ...(standardized && { standardized }),
      ...(inputScaling && { inputScaling }),
      architecture: "linear",
      schedule: { ...schedule, validation: recipe.schedule.validation },
      createModel: (start) => buildModel({ linear: {} }, { ...dataset, task, inputShape }, start),
    },
    { seed, limit, signal, mirror, offline, cache },
  );
  linear.model.dispose();
  return { name, accuracy: linear.test.accuracy };
}

function valuesOf({ data, shape }: NdArray, weights: Float64Array, bias: number): Float64Array {
  const [rows = 0, features = 0] = shape;
  return Float64Array.from({ length: rows }, (_, row) =>
    weights.reduce((sum, weight, at) => sum + weight * (data[row * features + at] as number), bias),
  );
}
