import type { NdArray } from "@minibatch/datasets";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { layerOutputs } from "./layerOutputs.ts";
import type { PredictOptions } from "./predict.ts";

/** What the filters of one convolution make of the inputs. */
export interface FeatureMaps {
  /** The name of the layer, e.g. `conv2d_Conv2D1`. */
  readonly layer: string;
  /** After the activation, `[rows, height, width, filters]`. */
  readonly maps: NdArray<Float32Array>;
}

/**
 * Runs inputs through a convolutional network and keeps what each convolution puts out: what its filters see.
 *
 * All rows go through at once, so give a few: 32 filters on an MNIST image are 86 kB a row.
 *
 * @param model with one input and one output; convolutions within a model that is one of its layers are not looked into
 * @param x raw inputs `[rows, height, width, channels]`
 * @returns one entry a convolution, from the image inwards; none for a model without convolutions
 * @throws {TrainingError} `INVALID_ARGUMENT` for a model of several inputs or outputs, `SHAPE_MISMATCH`
 * @example
 * const [first] = await featureMaps(model, sliceRows(test.x, 0, 1));
 * first.maps.shape; // [1, 26, 26, 32]
 */
export async function featureMaps(
  model: LayersModel,
  x: NdArray,
  options: Pick<PredictOptions, "inputScaling"> = {},
): Promise<readonly FeatureMaps[]> {
  const layers = model.layers.filter((layer) => layer.getClassName() === "Conv2D").map(({ name }) => name);
  const outputs = await layerOutputs(model, x, { ...options, layers });
  return outputs.map(({ layer, output }) => ({ layer, maps: output }));
}
