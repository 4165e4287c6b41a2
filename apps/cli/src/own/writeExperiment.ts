import { writeFileSync } from "node:fs";
import type { ResolvedSettings } from "@minibatch/recipes";
import { jsonText } from "../run/jsonText.ts";
import { experimentFile, movedTo, withSettings } from "./experimentFile.ts";
import type { OwnPlan } from "./planOwnRun.ts";

/** Writes into a run folder what made the run; synchronous, as the folder is claimed when training starts. */
export function writeExperiment(
  { experiment, folder }: OwnPlan,
  settings: ResolvedSettings,
  runFolder: string,
): void {
  const used = movedTo(withSettings(experiment, settings), folder, runFolder);
  writeFileSync(experimentFile(runFolder), jsonText(used));
}
