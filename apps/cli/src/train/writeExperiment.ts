import { writeFileSync } from "node:fs";
import { experimentSchemaUrl } from "@minibatch/recipes";
import { jsonText } from "../run/jsonText.ts";
import type { TrainPlan } from "./TrainPlan.ts";
import { experimentFile } from "../experiment/experimentFile.ts";
import { experimentOf } from "./experimentOf.ts";

/**
 * Writes into a run folder what made the run; synchronous, as the folder is claimed when training starts.
 *
 * @param backend what computes, by its name
 */
export function writeExperiment(plan: TrainPlan, backend: string, runFolder: string): void {
  const { $schema: _, ...made } = experimentOf(plan, runFolder);
  writeFileSync(experimentFile(runFolder), jsonText({ $schema: experimentSchemaUrl, ...made, backend }));
}
