import type { NdArray } from "@minibatch/datasets";
import { predict as run } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { openedModel } from "../openedModel.ts";

/** Runs the open model on raw inputs `[rows, ...inputShape]`: for a classifier, the probability of each class. */
export const predict: Command<{ readonly x: NdArray }, NdArray<Float32Array>> = ({ x }, { signal }) => {
  const { model, metadata } = openedModel();
  return run(model, x, { inputScaling: metadata.inputScaling, signal });
};
