import { readFile } from "node:fs/promises";
import { type Experiment, experimentRecipe } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import type { TrainPlan } from "../train/TrainPlan.ts";
import { experimentFile } from "./experimentFile.ts";
import { openData } from "./openData.ts";

/**
 * Opens the data of a run that was interrupted, by the experiment in its folder.
 *
 * @throws {CliError} `INVALID_RUN` where there is none
 * @throws what reading tables and pictures throws
 */
export async function reopenOwnRun(
  folder: string,
  session: Session,
): Promise<Pick<TrainPlan, "recipe" | "own">> {
  const experiment = await readExperiment(folder, session);
  const { dataset, found, about } = await openData(experiment.data, folder, session);
  return { recipe: experimentRecipe(experiment, dataset), own: { experiment, folder, found, about } };
}

async function readExperiment(folder: string, session: Session): Promise<Experiment> {
  try {
    return JSON.parse(await readFile(experimentFile(folder), "utf8")) as Experiment;
  } catch (cause) {
    throw new CliError(
      "INVALID_RUN",
      `${session.display(experimentFile(folder))} is missing or damaged, and says what the run was trained on. Train again into a new folder.`,
      { cause },
    );
  }
}
