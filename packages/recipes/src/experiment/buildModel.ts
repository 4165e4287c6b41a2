import { cnn, mlp } from "@minibatch/models";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { ModelDescription } from "./ModelDescription.ts";
import type { ModelFit } from "./ModelFit.ts";
import { stackLayers } from "./stackLayers.ts";

/**
 * Makes the model of a description for data of that shape.
 *
 * @param seed fixes the initial weights
 * @returns an uncompiled model
 * @throws {ModelError} `INVALID_ARGUMENT` for options that the factory refuses
 * @throws {RecipeError} `INVALID_SETTING` for layers that do not fit together, or not the data
 */
export function buildModel(model: ModelDescription, data: ModelFit, seed: number): LayersModel {
  const { inputShape, classNames, task } = data;
  const classes = classNames.length;
  const outputs = task === "classification" ? { classes } : { outputs: 1 };
  if ("cnn" in model) return cnn({ ...model.cnn, inputShape, classes, seed });
  if ("mlp" in model) return mlp({ ...model.mlp, ...outputs, inputShape, seed } as Parameters<typeof mlp>[0]);
  if ("linear" in model) return mlp({ ...outputs, hidden: [], inputShape, seed });
  return stackLayers(model.layers, data, seed);
}
