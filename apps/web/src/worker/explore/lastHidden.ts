import type { NdArray } from "@minibatch/datasets";
import { predict } from "@minibatch/training";
import { model as createModel } from "@tensorflow/tfjs-layers";
import { inputsOf, toUnitRange } from "../classify.ts";
import type { ExploredRun } from "./exploredRun.ts";

/**
 * What the last layer with weights gets of each picture: as far as a network has come before it decides.
 *
 * @param images bytes `[rows, height, width, channels]`
 * @returns `[rows, values]`
 */
export async function lastHidden({ model, metadata }: ExploredRun, images: NdArray): Promise<NdArray> {
  const deciding = model.layers.findLast((layer) => layer.getWeights().length > 0);
  // Of the same layers, so there is nothing to dispose of.
  const untilThere = createModel({
    inputs: model.inputs,
    outputs: (deciding ?? model).input,
  });
  const inputScaling = metadata.inputScaling ?? toUnitRange;
  const { data, shape } = await predict(untilThere, inputsOf(images), { inputScaling });
  const rows = shape[0] ?? 0;
  return { data, shape: [rows, data.length / Math.max(1, rows)] };
}
