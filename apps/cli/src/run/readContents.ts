import type { ConfusionRecord } from "./ConfusionRecord.ts";
import type { PredictionsRecord } from "./PredictionsRecord.ts";
import { readRunPart } from "./readRunPart.ts";
import type { RunContents } from "./RunContents.ts";
import type { TrainResult } from "./RunRecord.ts";
import { runFiles } from "./runFiles.ts";
import type { RunSamples } from "@minibatch/recipes";

/**
 * Reads what a finished run left in its folder beside its record.
 *
 * @throws {CliError} `INVALID_RUN` when a file is missing or damaged
 */
export async function readContents(folder: string, result: TrainResult): Promise<RunContents> {
  const files = runFiles(folder);
  if (result.task === "regression") {
    return { result, predictions: await readRunPart<PredictionsRecord>(files.predictions) };
  }
  const confusion = await readRunPart<ConfusionRecord>(files.confusionMatrix);
  return { result, confusion, samples: await readRunPart<RunSamples>(files.samples) };
}
