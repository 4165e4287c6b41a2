import type { NdArray } from "@minibatch/datasets";
import { tidy } from "@tensorflow/tfjs-core";
import { model as createModel, type LayersModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { assembleInputs } from "./assembleBatch.ts";
import { computing } from "./computing.ts";
import { inputScalingFor } from "./inputScalingFor.ts";
import type { PredictOptions } from "./predict.ts";
import { requireInputs } from "./requireInputs.ts";

/** What a layer makes of the inputs. */
export interface LayerOutput {
  /** The name of the layer, e.g. `conv2d_Conv2D1`. */
  readonly layer: string;
  /** `[rows, ...]`; of a convolution or a dense layer after its activation. */
  readonly output: NdArray<Float32Array>;
}

/** Options of {@link layerOutputs}. */
export interface LayerOutputsOptions extends Pick<PredictOptions, "inputScaling"> {
  /**
   * The names of the layers that are asked about.
   *
   * @default all but the input
   */
  readonly layers?: readonly string[] | undefined;
}

/**
 * Runs inputs through a network and keeps what each layer puts out.
 *
 * All rows go through at once, so give a few. What only happens in training, such as dropout, does not happen.
 *
 * @param model with one input and one output; layers within a model that is one of its layers are not looked into
 * @param x raw inputs `[rows, ...]`
 * @returns one entry a layer, from the input inwards
 * @throws {TrainingError} `INVALID_ARGUMENT` for a model of several inputs or outputs, `SHAPE_MISMATCH`
 * @example
 * const outputs = await layerOutputs(model, sliceRows(test.x, 0, 1), { layers: ["conv1", "dense1"] });
 * outputs.map(({ output }) => output.shape); // [[1, 26, 26, 32], [1, 10]]
 */
export async function layerOutputs(
  model: LayersModel,
  x: NdArray,
  options: LayerOutputsOptions = {},
): Promise<readonly LayerOutput[]> {
  requireInputs(model, x);
  const inputScaling = inputScalingFor(model, x, options.inputScaling);
  const layers = model.layers.filter(
    (layer) =>
      layer.getClassName() !== "InputLayer" &&
      (options.layers === undefined || options.layers.includes(layer.name)),
  );
  if (layers.length === 0) return [];
  const rows = Uint32Array.from({ length: x.shape[0] ?? 0 }, (_, row) => row);
  // Of the same layers, so there is nothing to dispose of. Of one that several inputs go through, the first.
  const seen = layers.map((layer) => layer.getOutputAt(0) as SymbolicTensor);
  const untilThere = createModel({ inputs: model.inputs, outputs: seen });
  const outputs = computing("the outputs of layers", () =>
    tidy(() => [untilThere.predictOnBatch(assembleInputs(x, rows, inputScaling))].flat()),
  );
  return Promise.all(
    outputs.map(async (output, index) => {
      const data = await output.data<"float32">();
      output.dispose();
      return { layer: layers[index]?.name ?? "", output: { data: data.slice(), shape: output.shape } };
    }),
  );
}
