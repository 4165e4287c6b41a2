import type { Optimizer } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import { readSlots } from "./optimizerState.ts";

/**
 * Makes sure, before anything is trained, that a checkpoint can hold all there is to go on from.
 *
 * @throws {TrainingError} `INVALID_ARGUMENT` for an optimizer that does not give its state, and for layers that carry a state
 *   from batch to batch
 */
export async function requireSavable(model: LayersModel, optimizer: Optimizer): Promise<void> {
  if (model.stateful) {
    throw notSavable("this model has stateful layers, whose states are in none");
  }
  try {
    await readSlots(optimizer);
  } catch (cause) {
    throw notSavable(`${optimizer.getClassName()} does not give its state: its getWeights fails`, cause);
  }
}

function notSavable(why: string, cause?: unknown): TrainingError {
  return new TrainingError(
    "INVALID_ARGUMENT",
    `Checkpoints hold all there is to go on from, but ${why}. Use an optimizer of tf.train and layers without stateful, ` +
      "or train without onCheckpoint and resumeFrom.",
    { cause },
  );
}
