import { encodeTable, type EncodingProblem, readTable, type TableEncoding } from "@minibatch/tables";
import { predict } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { openedModel } from "../openedModel.ts";
import { WorkerError } from "../WorkerError.ts";

/** What a model makes of a row of a table. */
export interface PredictedRow {
  /** The probability of each class, or the value. */
  readonly outputs: Float32Array;
  /** What training did not know, or cannot be read. */
  readonly problems: readonly EncodingProblem[];
}

/** Has the open model predict a row of a table, given by the names of its columns; an empty cell is a missing value. */
export const predictRow: Command<{ readonly row: Readonly<Record<string, string>> }, PredictedRow> = async (
  { row },
  { signal },
) => {
  const { model, metadata } = openedModel();
  if (metadata.preparation?.["kind"] !== "table") {
    throw new WorkerError("SHAPE_MISMATCH", "The open model was not trained on a table of one's own.");
  }
  const encoding = metadata.preparation["encoding"] as TableEncoding;
  // Whoever fills in a row writes numbers as the table does.
  const { decimalComma } = encoding;
  const { x, problems } = encodeTable({ ...(await readTable([row])), decimalComma }, encoding);
  const { data } = await predict(model, x, { inputScaling: metadata.inputScaling, signal });
  return { outputs: data, problems };
};
