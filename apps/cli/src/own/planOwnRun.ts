import { dirname } from "node:path";
import type { Experiment } from "@minibatch/recipes";
import { isModule } from "../experiment/importExperiment.ts";
import {
  type PlannedExperiment,
  planExperiment,
  planModule,
  planOpened,
  seededData,
} from "../experiment/planExperiment.ts";
import { readExperiment } from "../experiment/readExperiment.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "../train/TrainOptions.ts";
import type { DataRecord } from "../run/DataRecord.ts";
import { dataOf, refuseDataOptions } from "./dataOf.ts";
import { suggestedExperiment } from "./suggestedExperiment.ts";

/** What a run on one's own data has beside any other. */
export interface OwnPlan {
  readonly experiment: Experiment;
  /** What the paths of the experiment start from. */
  readonly folder: string;
  /** Lines about the data, for the plan. */
  readonly found: readonly string[];
  /** The same for the run folder; nothing for a built-in dataset. */
  readonly about?: DataRecord | undefined;
}

/**
 * Plans a run on a folder of pictures or a table, for which the rest is suggested, or of an experiment file.
 *
 * @throws {CliError} `INVALID_USAGE`, `INVALID_EXPERIMENT`
 * @throws what reading tables and pictures throws
 */
export async function planOwnRun(
  argument: string,
  options: TrainOptions,
  session: Session,
): Promise<PlannedExperiment> {
  const file = session.resolve(argument);
  if (isModule(argument)) {
    refuseDataOptions(argument, options);
    return planModule(file, options, session);
  }
  const data = dataOf(argument, options, session);
  const written =
    "table" in data && /\.json$/i.test(argument) && !/^https?:/.test(argument)
      ? await readExperiment(file, session)
      : undefined;
  if (written) {
    refuseDataOptions(argument, options);
    return planExperiment(written, dirname(file), options, session);
  }
  const folder = session.resolve(".");
  const asked = seededData(data, options.seed);
  const { experiment, ...opened } = await suggestedExperiment(asked, folder, session);
  return { ...planOpened(experiment, opened, folder, options), backend: options.backend ?? "auto" };
}
