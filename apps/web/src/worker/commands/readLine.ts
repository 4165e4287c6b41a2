import type { LoadProgress } from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import { type LineSamples, type LineSource, lineSamples } from "../lineSamples.ts";

/** Gives the points that `fitLine` learns from. */
export const readLine: Command<LineSource, LineSamples, LoadProgress> = lineSamples;
