import { dirname } from "node:path";
import { isModule } from "../experiment/importExperiment.ts";
import {
  type PlannedExperiment,
  planExperiment,
  planModule,
  planOpened,
  seededData,
} from "./planExperiment.ts";
import { readExperiment } from "../experiment/readExperiment.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import { dataOf, refuseDataOptions } from "../own/dataOf.ts";
import { suggestedExperiment } from "../own/suggestedExperiment.ts";

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
