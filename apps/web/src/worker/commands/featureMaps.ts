import type { NdArray } from "@minibatch/datasets";
import { type FeatureMaps, featureMaps as run } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { openedModel } from "../openedModel.ts";

/** Runs raw inputs through the open model and gives what each of its convolutions puts out. */
export const featureMaps: Command<{ readonly x: NdArray }, readonly FeatureMaps[]> = ({ x }) => {
  const { model, metadata } = openedModel();
  return run(model, x, { inputScaling: metadata.inputScaling });
};
