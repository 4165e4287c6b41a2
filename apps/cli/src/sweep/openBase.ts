import { type BackendName, startBackend } from "@minibatch/backends";
import { findRecipe, type Recipe, recipes, resolveSettings } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { experimentOf } from "../train/experimentOf.ts";
import type { PlannedExperiment } from "../train/planExperiment.ts";
import { isOwnData } from "../own/dataOf.ts";
import { packageVersion } from "../run/versions.ts";
import type { Session } from "../Session.ts";
import { fingerprint } from "./fingerprint.ts";
import type { PlanSweepOptions } from "./PlanSweepOptions.ts";
import type { TrainingBase } from "./TrainingBase.ts";

/** The base of a sweep, and what it takes to check its entries. */
export interface OpenedBase {
  readonly base: TrainingBase;
  readonly recipe: Recipe;
}

/**
 * Finds the recipe, reads the experiment or looks at the data that a sweep is to be over.
 *
 * @param folder the plan's, from which its paths start
 */
export async function openBase(
  name: string,
  folder: string,
  options: PlanSweepOptions,
  session: Session,
): Promise<OpenedBase> {
  // Models are made when entries are checked.
  await startBackend("cpu");
  const planned = await planOf(name, options, session);
  if (planned.start !== undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `The runs of a sweep start from fresh models, and ${name} starts from ${session.display(planned.start.model)}. Leave "from" out of it.`,
    );
  }
  const experiment = experimentOf(planned, folder);
  const data = await fingerprint(experiment, folder);
  const base: TrainingBase = {
    minibatch: packageVersion("minibatch"),
    // Checked by startBackend when an entry runs: it may be none of this machine.
    backend: options.backend as BackendName,
    experiment,
    ...(data !== undefined && { data }),
  };
  return { base, recipe: planned.recipe };
}

async function planOf(
  name: string,
  { target, task, imageSize, grey }: PlanSweepOptions,
  session: Session,
): Promise<Omit<PlannedExperiment, "backend">> {
  const known = recipes.some((recipe) => recipe.name === name);
  if (known || !isOwnData(name, session)) {
    const recipe = findRecipe(name);
    return { recipe, settings: resolveSettings(recipe, {}) };
  }
  const { planOwnRun } = await import("../train/planOwnRun.ts");
  const given = Object.entries({ target, task, imageSize, grey }).filter(([, value]) => value !== undefined);
  return planOwnRun(name, Object.fromEntries(given), session);
}
