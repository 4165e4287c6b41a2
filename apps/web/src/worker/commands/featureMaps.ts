import type { NdArray } from "@minibatch/datasets";
import { type FeatureMaps, featureMaps as run } from "@minibatch/training";
import { inputsOf, toUnitRange } from "../classify.ts";
import type { Command } from "../Command.ts";
import { openedModel } from "../openedModel.ts";

/** Runs images through the open model and gives what each of its convolutions puts out. */
export const featureMaps: Command<{ readonly x: NdArray }, readonly FeatureMaps[]> = async ({ x }) => {
  const { model, metadata } = openedModel();
  return run(model, inputsOf(x), { inputScaling: metadata.inputScaling ?? toUnitRange });
};
