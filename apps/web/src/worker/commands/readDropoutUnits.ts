import type { Command } from "../Command.ts";
import { type AnswerUnits, answerUnits } from "../lesson/answerUnits.ts";
import { withKeptRun } from "../lesson/withKeptRun.ts";

/** Reads the units by which a kept run answers, to see dropout among them. */
export const readDropoutUnits: Command<{ readonly run: string }, AnswerUnits> = ({ run }, context) =>
  withKeptRun(run, context, answerUnits);
