import type { NdArray } from "@minibatch/datasets";
import { classify } from "../classify.ts";
import type { Command } from "../Command.ts";

/** Gives the probability of each class for images, `[rows, height, width, channels]`, by the open model. */
export const predict: Command<{ readonly x: NdArray }, NdArray<Float32Array>> = ({ x }, { signal }) =>
  classify(x, { signal });
