import { dirname } from "node:path";
import { type Experiment, experimentRecipe, resolveSettings, suggest } from "@minibatch/recipes";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "../train/TrainOptions.ts";
import type { TrainPlan } from "../train/TrainPlan.ts";
import type { DataRecord } from "../run/DataRecord.ts";
import { dataOf } from "./dataOf.ts";
import { openData } from "./openData.ts";
import { readExperiment } from "./readExperiment.ts";

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
): Promise<Pick<TrainPlan, "recipe" | "settings" | "own">> {
  const data = dataOf(argument, options, session);
  const file = session.resolve(argument);
  const written =
    "table" in data && /\.json$/i.test(argument) ? await readExperiment(file, session) : undefined;
  const folder = written ? dirname(file) : session.resolve(".");
  const asked = seededData(written?.data ?? data, options.seed);
  const { dataset, found, about } = await openData(asked, folder, session);
  const experiment = written ? { ...written, data: asked } : suggested(dataset, asked);
  const recipe = experimentRecipe(experiment, dataset);
  const settings = resolveSettings(recipe, { limit: experiment.limit, ...options });
  return { recipe, settings, own: { experiment, folder, found, about } };
}

function suggested(dataset: Parameters<typeof suggest>[0], data: Experiment["data"]): Experiment {
  const { model, schedule } = suggest(dataset);
  return { name: dataset.name, data, model, schedule };
}

/** A seed that is asked for decides the split, too. */
function seededData(data: Experiment["data"], seed: number | undefined): Experiment["data"] {
  if (seed === undefined || "dataset" in data) return data;
  return { ...data, options: { ...data.options, seed } };
}
