import type { LoadedModel } from "@minibatch/models";
import { WorkerError } from "../WorkerError.ts";

/** What the last layer with weights makes of the units before it. */
interface DecidingLayer {
  /** The weight of each unit for each class, `[unit * classes + class]`. */
  readonly weights: Float32Array;
  /** One a class. */
  readonly biases: Float32Array;
  readonly classes: number;
}

/**
 * The layer of a network that decides between classes.
 *
 * @throws {WorkerError} `NO_UNITS` where it is no dense one
 */
export async function decidingLayer(model: LoadedModel["model"]): Promise<DecidingLayer> {
  const layer = model.layers.findLast((layer) => layer.getWeights().length > 0);
  const [kernel, bias] = layer?.getWeights() ?? [];
  if (layer?.getClassName() !== "Dense" || kernel?.rank !== 2) {
    throw new WorkerError("NO_UNITS", "The network does not end in a layer of units.");
  }
  const classes = kernel.shape[1] ?? 0;
  return {
    weights: (await kernel.data<"float32">()).slice(),
    biases: bias ? (await bias.data<"float32">()).slice() : new Float32Array(classes),
    classes,
  };
}
