import type { Command } from "../Command.ts";
import { type HiddenBatch, hiddenBatch } from "../lesson/hiddenBatch.ts";
import { withKeptRun } from "../lesson/withKeptRun.ts";

/** Reads what units of a kept run make of a batch, to see batch normalization of it. */
export const readHiddenBatch: Command<{ readonly run: string }, HiddenBatch> = ({ run }, context) =>
  withKeptRun(run, context, hiddenBatch);
