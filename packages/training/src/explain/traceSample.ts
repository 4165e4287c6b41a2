import type { NdArray } from "@minibatch/datasets";
import { outputActivation } from "@minibatch/models";
import {
  add,
  grads,
  logSoftmax,
  log,
  maximum,
  neg,
  reshape,
  slice,
  type Tensor,
  tidy,
  zerosLike,
} from "@tensorflow/tfjs-core";
import type { layers as layersOf, LayersModel, SymbolicTensor } from "@tensorflow/tfjs-layers";
import { assembleInputs } from "../loop/assembleBatch.ts";
import { computing } from "../loop/computing.ts";
import { inputScalingFor } from "../loop/inputScalingFor.ts";
import type { PredictOptions } from "../loop/predict.ts";
import { requireInputs } from "../loop/requireInputs.ts";
import { requireCount } from "../requireCount.ts";
import { TrainingError } from "../TrainingError.ts";

type Layer = layersOf.Layer;

/** What goes forward through a layer, and what comes back. */
export interface TracedLayer {
  /** The name of the layer, e.g. `dense_Dense1`. */
  readonly layer: string;
  /** Its class, e.g. `Dense`. */
  readonly className: string;
  /** What it puts out, `[1, ...]`. */
  readonly activations: NdArray<Float32Array>;
  /** The gradient of the loss by each of these values, `[1, ...]`. */
  readonly gradients: NdArray<Float32Array>;
}

/** One sample on its way through a network, forward and backward. */
export interface SampleTrace {
  /** The cross-entropy: minus the logarithm of the probability of the class. */
  readonly loss: number;
  /** In the order in which they compute; the first is the input, as it is scaled for the network. */
  readonly layers: readonly TracedLayer[];
}

/** Below the smallest normal float32 there is no logarithm. */
const leastProbability = 1.2e-38;

/**
 * Sends one sample through a classifier and its loss back: what each layer puts out, and how the loss changes with it.
 *
 * Layers compute as in prediction: dropout lets all through, batch normalization takes its averages.
 *
 * @param model with one input, and one output that is a softmax or what goes into one; layers of a model within it are one layer
 * @param x one raw input `[1, ...inputShape]`
 * @param label the class that the loss is of, from 0
 * @throws {TrainingError} `INVALID_ARGUMENT` for a layer that is used twice, a class that there is not, and several rows;
 *   `SHAPE_MISMATCH`
 * @example
 * const { layers } = await traceSample(model, sliceRows(test.x, 0, 1), 3);
 * layers.at(-1).gradients.data; // by each probability
 */
export async function traceSample(
  model: LayersModel,
  x: NdArray,
  label: number,
  options: Pick<PredictOptions, "inputScaling"> = {},
): Promise<SampleTrace> {
  requireInputs(model, x);
  requireOneSample(model, x, label);
  const inputScaling = inputScalingFor(model, x, options.inputScaling);
  const fromLogits = outputActivation(model) === "linear";
  const { loss, outputs, slopes } = computing("the gradients of a sample", () =>
    tidy(() => {
      const outputs = forward(model, assembleInputs(x, [0], inputScaling), []);
      const lossOf = (shifts: readonly Tensor[]): Tensor => {
        const last = forward(model, outputs[0] as Tensor, shifts).at(-1) as Tensor;
        const logarithms = fromLogits ? logSoftmax(last) : log(maximum(last, leastProbability));
        return neg(reshape(slice(logarithms, [0, label], [1, 1]), []));
      };
      // Nothing is added to what a layer puts out; the gradient by that nothing is the one by the output.
      const shifts = outputs.map((output) => zerosLike(output));
      return { loss: lossOf(shifts), outputs, slopes: grads((...shifts) => lossOf(shifts))(shifts) };
    }),
  );
  const names = [
    { layer: model.inputs[0]?.name ?? "", className: "InputLayer" },
    ...computingLayers(model).map((layer) => ({ layer: layer.name, className: layer.getClassName() })),
  ];
  const layers: TracedLayer[] = [];
  for (const [index, name] of names.entries()) {
    const activations = await taken(outputs[index] as Tensor);
    layers.push({ ...name, activations, gradients: await taken(slopes[index] as Tensor) });
  }
  const [value = Number.NaN] = (await taken(loss)).data;
  return { loss: value, layers };
}

/** The input, and what each layer puts out; all plus a shift, where there are shifts. */
function forward(model: LayersModel, input: Tensor, shifts: readonly Tensor[]): Tensor[] {
  const shifted = (value: Tensor, index: number): Tensor => {
    const shift = shifts[index];
    return shift ? add(value, shift) : value;
  };
  const first = shifted(input, 0);
  const known = new Map([[model.inputs[0]?.id, first]]);
  const outputs = computingLayers(model).map((layer, index) => {
    const { inputTensors, outputTensors } = onlyUse(layer);
    const values = inputTensors.map(({ id }) => known.get(id) as Tensor);
    const output = layer.apply(values.length > 1 ? values : (values[0] as Tensor), { training: false });
    const value = shifted(output as Tensor, index + 1);
    known.set(outputTensors[0]?.id, value);
    return value;
  });
  return [first, ...outputs];
}

/** The layers of a model without that of its input, which only some models list. */
function computingLayers({ layers }: LayersModel): Layer[] {
  return layers.filter((layer) => layer.getClassName() !== "InputLayer");
}

/** Where a layer stands in the model. */
interface Use {
  readonly inputTensors: readonly SymbolicTensor[];
  readonly outputTensors: readonly SymbolicTensor[];
}

function onlyUse(layer: Layer): Use {
  const uses = (layer as unknown as { readonly inboundNodes: readonly Use[] }).inboundNodes;
  const [use] = uses;
  if (use && uses.length === 1) return use;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `Each layer must be used once, but ${layer.name} is used ${uses.length} times: its values have no place of their own.`,
  );
}

function requireOneSample(model: LayersModel, x: NdArray, label: number): void {
  requireCount(label, "label");
  const classes = model.outputs[0]?.shape.at(-1) ?? 0;
  if (x.shape[0] === 1 && label < classes) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `One row and a label below ${classes} are expected, but there are ${x.shape[0]} rows, and the label is ${label}.`,
  );
}

/** Copies a tensor out of the backend, and disposes of it. */
async function taken(tensor: Tensor): Promise<NdArray<Float32Array>> {
  const data = (await tensor.data<"float32">()).slice();
  const { shape } = tensor;
  tensor.dispose();
  return { data, shape };
}
