import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import type { ConfusionRecord } from "../run/ConfusionRecord.ts";
import { readRun } from "../run/readRun.ts";
import { readRunPart } from "../run/readRunPart.ts";
import type { RunSamples } from "../run/RunSamples.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import { writeReport } from "./writeReport.ts";

/** Writes the report of a finished run anew, from nothing but its folder. */
export async function reportRun(path: string, session: Session): Promise<Output> {
  const folder = session.resolve(path);
  const { result, versions, status } = await readRun(folder);
  if (result === undefined || status !== "done") {
    const line = session.commandLine("train", "--resume", session.display(folder));
    throw new CliError(
      "INVALID_RUN",
      `The run in ${session.display(folder)} is not finished. Go on with it: ${line}`,
    );
  }
  const files = runFiles(folder);
  const confusion = await readRunPart<ConfusionRecord>(files.confusionMatrix);
  const samples = await readRunPart<RunSamples>(files.samples);
  await writeReport(folder, { result, versions, confusion, samples });
  const report = session.display(files.report);
  return { json: { report, plots: session.display(files.plots) }, text: () => `Wrote ${report}\n` };
}
