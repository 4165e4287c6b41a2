import type { NdArray, Samples } from "@minibatch/datasets";
import {
  gatherRows,
  lastHidden,
  nearestByCosine,
  type Neighbour,
  sliceRows,
  type TracedLayer,
  traceSample,
} from "@minibatch/training";
import { inputsOf, toUnitRange } from "../classify.ts";
import type { Command } from "../Command.ts";
import { exploredRun } from "../explore/exploredRun.ts";
import { takeEpoch } from "../explore/takeEpoch.ts";

/** Which test row, after which of the kept epochs. */
export interface ExplainRowInput {
  readonly epoch: number;
  readonly row: number;
}

/** Why a network answers a test row as it does. */
export interface Explanation extends ExplainRowInput {
  /** The cross-entropy of its true class. */
  readonly loss: number;
  /** From the input to the answer. */
  readonly layers: readonly LayerNumbers[];
  /** How much each pixel speaks for the true class, below 0 against it, `[height, width]`: minus gradient of the loss times input. */
  readonly pixels: NdArray<Float32Array>;
  /** The training pictures that the network takes for the most alike, where those are here. */
  readonly alike?: AlikePictures;
}

/** Training pictures that a network takes for much like another one. */
export interface AlikePictures {
  /** The most alike first. */
  readonly neighbours: readonly (Neighbour & { readonly label: number })[];
  /** Theirs, `[neighbours, height, width, channels]`. */
  readonly pictures: NdArray;
  /** Among so many training pictures they were looked for. */
  readonly trainRows: number;
}

/** What goes through a layer, in numbers. */
export interface LayerNumbers {
  readonly layer: string;
  readonly className: string;
  /** Without the axis of the batch. */
  readonly shape: readonly number[];
  readonly activations: Numbers;
  readonly gradients: Numbers;
}

/** Some values. */
export interface Numbers {
  /** The mean of their sizes, whatever their signs. */
  readonly meanSize: number;
  readonly least: number;
  readonly most: number;
  /** All of them, where they are few. */
  readonly all?: readonly number[];
}

/** So many training pictures are shown. */
const neighbourCount = 8;

/** Layers of so many values are shown value by value. */
const fewValues = 16;

/** Finds out why the run that is open answers a test row as it does after one of its kept epochs. */
export const explainRow: Command<ExplainRowInput, Explanation> = async ({ epoch, row }) => {
  const explored = exploredRun();
  const { model, metadata, test, train } = explored;
  takeEpoch(explored, epoch);
  const sample = sliceRows(test, row, row + 1);
  const scaled = { inputScaling: metadata.inputScaling ?? toUnitRange };
  const { loss, layers } = await traceSample(model, inputsOf(sample.x), sample.y.data[0] ?? 0, scaled);
  const { data: vector } = await lastHidden(model, inputsOf(sample.x), scaled);
  return {
    epoch,
    row,
    loss,
    layers: layers.map(numbersOf),
    pixels: speaking(layers[0], sample.x.shape),
    ...(train && { alike: nearestTo(vector, await lastHidden(model, inputsOf(train.x), scaled), train) }),
  };
};

/** @param hidden what the last hidden layer makes of all training rows */
function nearestTo(vector: Float32Array, hidden: NdArray<Float32Array>, train: Samples): AlikePictures {
  const neighbours = nearestByCosine(hidden, vector, neighbourCount);
  const places = Uint32Array.from(neighbours, ({ row }) => row);
  const { x: pictures, y: labels } = gatherRows(train, places);
  return {
    neighbours: neighbours.map((neighbour, at) => ({ ...neighbour, label: labels.data[at] ?? 0 })),
    pictures,
    trainRows: train.y.shape[0] ?? 0,
  };
}

function numbersOf({ layer, className, activations, gradients }: TracedLayer): LayerNumbers {
  const [, ...shape] = activations.shape;
  return {
    layer,
    className,
    shape,
    activations: summed(activations.data),
    gradients: summed(gradients.data),
  };
}

function summed(values: Float32Array): Numbers {
  let [sizes, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sizes += Math.abs(value);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const meanSize = sizes / values.length;
  return { meanSize, least, most, ...(values.length <= fewValues && { all: [...values] }) };
}

function speaking(
  input: TracedLayer | undefined,
  [, height = 1, width = 1, channels = 1]: readonly number[],
): NdArray<Float32Array> {
  const data = new Float32Array(height * width);
  for (const [at, value] of (input?.activations.data ?? []).entries()) {
    const pixel = Math.floor(at / channels);
    data[pixel] = (data[pixel] ?? 0) - value * (input?.gradients.data[at] ?? 0);
  }
  return { data, shape: [height, width] };
}
