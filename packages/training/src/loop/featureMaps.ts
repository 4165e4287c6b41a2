import type { NdArray } from "@minibatch/datasets";
import { tidy } from "@tensorflow/tfjs-core";
import { model as createModel, type LayersModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { assembleInputs } from "./assembleBatch.ts";
import { computing } from "./computing.ts";
import { inputScalingFor } from "./inputScalingFor.ts";
import type { PredictOptions } from "./predict.ts";
import { requireInputs } from "./requireInputs.ts";

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
  requireInputs(model, x);
  const inputScaling = inputScalingFor(model, x, options.inputScaling);
  const layers = model.layers.filter((layer) => layer.getClassName() === "Conv2D");
  if (layers.length === 0) return [];
  const rows = Uint32Array.from({ length: x.shape[0] ?? 0 }, (_, row) => row);
  // Of the same layers, so there is nothing to dispose of. Of one that several inputs go through, the first.
  const seen = layers.map((layer) => layer.getOutputAt(0) as SymbolicTensor);
  const untilThere = createModel({ inputs: model.inputs, outputs: seen });
  const outputs = computing("the feature maps", () =>
    tidy(() => [untilThere.predictOnBatch(assembleInputs(x, rows, inputScaling))].flat()),
  );
  return Promise.all(
    outputs.map(async (output, index) => {
      const data = await output.data<"float32">();
      output.dispose();
      return { layer: layers[index]?.name ?? "", maps: { data: data.slice(), shape: output.shape } };
    }),
  );
}
