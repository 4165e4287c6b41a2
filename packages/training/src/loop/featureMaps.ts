import type { NdArray } from "@minibatch/datasets";
import { type Tensor, tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
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
 * @param model a sequential model, as `cnn` makes it
 * @param x raw inputs `[rows, height, width, channels]`
 * @returns one entry a convolution, from the image inwards; none for a model without convolutions
 * @throws {TrainingError} `INVALID_ARGUMENT` for a model whose layers are no chain, `SHAPE_MISMATCH`
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
  if (model.getClassName() !== "Sequential") {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A sequential model is expected, a chain of layers, but this is a ${model.getClassName()}.`,
    );
  }
  const rows = Uint32Array.from({ length: x.shape[0] ?? 0 }, (_, row) => row);
  const layers = model.layers.filter((layer) => layer.getClassName() === "Conv2D");
  const outputs = computing("the feature maps", () =>
    tidy(() => {
      let value = assembleInputs(x, rows, inputScaling);
      return model.layers.flatMap((layer) => {
        value = layer.apply(value, { training: false }) as Tensor;
        return layers.includes(layer) ? [value] : [];
      });
    }),
  );
  return Promise.all(
    outputs.map(async (output, index) => {
      const data = await output.data<"float32">();
      output.dispose();
      return { layer: layers[index]?.name ?? "", maps: { data: data.slice(), shape: output.shape } };
    }),
  );
}
