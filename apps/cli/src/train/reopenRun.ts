import { existsSync } from "node:fs";
import { findRecipe } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import type { TrainPlan } from "./TrainPlan.ts";
import { experimentFile } from "../experiment/experimentFile.ts";
import { planExperiment } from "./planExperiment.ts";
import { readExperiment } from "../experiment/readExperiment.ts";

/**
 * Opens what a run trains by the experiment in its folder.
 *
 * @param name the recipe, for a folder of a time when those of recipes held no experiment
 * @throws {CliError} `INVALID_RUN` where there is none
 * @throws what reading tables and pictures throws
 */
export async function reopenRun(
  folder: string,
  name: string | undefined,
  session: Session,
): Promise<Pick<TrainPlan, "recipe" | "own" | "module" | "start">> {
  const file = experimentFile(folder);
  if (name !== undefined && !existsSync(file)) return { recipe: findRecipe(name) };
  const experiment = existsSync(file) ? await readExperiment(file, session) : undefined;
  if (experiment) return planExperiment(experiment, folder, {}, session);
  throw new CliError(
    "INVALID_RUN",
    `${session.display(file)} is missing or damaged, and says what the run was trained on. Train again into a new folder.`,
  );
}
