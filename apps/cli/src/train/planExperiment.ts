import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { BackendName } from "@minibatch/backends";
import {
  type Experiment,
  experimentRecipe,
  findRecipe,
  type Recipe,
  type RecipeExperiment,
  resolveSettings,
} from "@minibatch/recipes";
import { openData } from "../own/openData.ts";
import type { OwnData } from "../own/OwnData.ts";
import { requireParts } from "../own/requireParts.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";
import { importExperiment, isModule } from "../experiment/importExperiment.ts";

/** What an experiment decides of a plan. */
export type PlannedExperiment = Pick<
  TrainPlan,
  "recipe" | "settings" | "own" | "module" | "backend" | "start"
>;

/**
 * Plans a run of an experiment, with the options in place of what it says.
 *
 * @param folder what its paths start from
 * @throws {CliError} `INVALID_EXPERIMENT`
 * @throws what reading tables and pictures throws
 */
export async function planExperiment(
  experiment: Experiment | RecipeExperiment,
  folder: string,
  options: TrainOptions,
  session: Session,
): Promise<PlannedExperiment> {
  // Checked by startBackend.
  const backend = options.backend ?? (experiment.backend as BackendName | undefined) ?? "auto";
  const { from } = experiment;
  const start = from && { ...from, model: wholePath(from.model, folder) };
  if ("recipe" in experiment) {
    const planned = await openRecipe(experiment, folder, options, session);
    return { ...planned, backend, start };
  }
  const data = seededData(experiment.data, options.seed);
  const opened = await openData(data, folder, session);
  return { ...planOpened({ ...experiment, data }, opened, folder, options), backend, start };
}

function wholePath(path: string, folder: string): string {
  return /^https?:\/\//i.test(path) ? path : resolve(folder, path);
}

/** Plans a run of an experiment whose data are open. */
export function planOpened(
  experiment: Experiment,
  { dataset, found, about }: OwnData,
  folder: string,
  options: TrainOptions,
): Pick<PlannedExperiment, "recipe" | "settings" | "own"> {
  const recipe = experimentRecipe(experiment, dataset);
  const settings = resolveSettings(recipe, { limit: experiment.limit, ...options });
  if (!("dataset" in experiment.data)) requireParts(dataset, recipe, settings);
  return { recipe, settings, own: { experiment, folder, found, about } };
}

/** Plans a run of what a module exports. */
export async function planModule(
  file: string,
  options: TrainOptions,
  session: Session,
): Promise<PlannedExperiment> {
  const made = await importExperiment(file, session);
  if (!("createModel" in made)) return planExperiment(made, dirname(file), options, session);
  return {
    recipe: made,
    settings: resolveSettings(made, options),
    module: { file, sha256: await hashOf(file) },
    backend: options.backend ?? "auto",
  };
}

async function openRecipe(
  { recipe: name, settings = {}, sha256 }: RecipeExperiment,
  folder: string,
  options: TrainOptions,
  session: Session,
): Promise<Omit<PlannedExperiment, "backend">> {
  const file = resolve(folder, name);
  const { recipe, module } = isModule(name)
    ? await planModule(file, {}, session)
    : { recipe: findRecipe(name), module: undefined };
  if (module && sha256 !== undefined && module.sha256 !== sha256) {
    session.status.print(`${session.display(file)} has changed since that run: what comes out may differ.`);
  }
  return {
    recipe,
    module,
    settings: resolveSettings(recipe, { ...written(recipe, settings, options), ...options }),
  };
}

/** The settings of the file; its learning rate and options are for its optimizer. */
function written(
  { schedule }: Recipe,
  settings: NonNullable<RecipeExperiment["settings"]>,
  { optimizer }: TrainOptions,
): NonNullable<RecipeExperiment["settings"]> {
  if (optimizer === undefined || optimizer === (settings.optimizer ?? schedule.optimizer)) return settings;
  const {
    learningRate: _rate,
    momentum: _momentum,
    nesterov: _ahead,
    weightDecay: _decay,
    ...others
  } = settings;
  return others;
}

/** A seed that is asked for decides the split, too. */
export function seededData(data: Experiment["data"], seed: number | undefined): Experiment["data"] {
  if (seed === undefined || "dataset" in data || "points" in data) return data;
  return { ...data, options: { ...data.options, seed } };
}

async function hashOf(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}
