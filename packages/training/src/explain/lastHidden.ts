import type { NdArray } from "@minibatch/datasets";
import { model as createModel, type LayersModel } from "@tensorflow/tfjs-layers";
import { inputScalingFor } from "../loop/inputScalingFor.ts";
import { predict, type PredictOptions } from "../loop/predict.ts";

/**
 * Computes what the last layer with weights gets of each row: as far as a network has come before it decides.
 *
 * Costs a prediction of all rows.
 *
 * @param x raw inputs `[rows, ...]`
 * @returns `[rows, values]`; of a network of one layer with weights its inputs, scaled
 * @throws {TrainingError} as `predict`
 * @example
 * const hidden = await lastHidden(model, train.x);
 * const { data } = await lastHidden(model, sliceRows(test.x, 0, 1));
 * nearestByCosine(hidden, data, 8); // the training rows that look most alike to the network
 */
export async function lastHidden(
  model: LayersModel,
  x: NdArray,
  options: PredictOptions = {},
): Promise<NdArray<Float32Array>> {
  const deciding = model.layers.findLast((layer) => layer.getWeights().length > 0);
  // Of the same layers, so there is nothing to dispose of.
  const untilThere = createModel({ inputs: model.inputs, outputs: (deciding ?? model).input });
  const inputScaling = inputScalingFor(model, x, options.inputScaling);
  const { data, shape } = await predict(untilThere, x, { ...options, inputScaling });
  const rows = shape[0] ?? 0;
  return { data, shape: [rows, data.length / Math.max(1, rows)] };
}
