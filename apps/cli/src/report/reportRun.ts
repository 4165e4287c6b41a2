import { CliError } from "../CliError.ts";
import type { Output } from "../Output.ts";
import { readContents } from "../run/readContents.ts";
import { readRun } from "../run/readRun.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import { writeReport } from "./writeReport.ts";

/** Writes the report of a finished run anew, from nothing but its folder. */
export async function reportRun(path: string, session: Session): Promise<Output> {
  const folder = session.resolve(path);
  const { result, versions, status, data } = await readRun(folder);
  if (result === undefined || status !== "done") {
    const line = session.commandLine("train", "--resume", session.display(folder));
    throw new CliError(
      "INVALID_RUN",
      `The run in ${session.display(folder)} is not finished. Go on with it: ${line}`,
    );
  }
  const files = runFiles(folder);
  const charts = await writeReport(folder, { ...(await readContents(folder, result)), versions, data });
  const [report, plots] = [session.display(files.report), session.display(files.plots)];
  return {
    json: { report, plots, charts },
    text: () => `Wrote ${report}, and in ${plots} as SVG and PNG: ${charts.join(", ")}\n`,
  };
}
