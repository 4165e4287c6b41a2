import { type BackendName, startBackend } from "@minibatch/backends";
import type { Dataset } from "@minibatch/datasets";
import { findRecipe, type Recipe, recipes } from "@minibatch/recipes";
import { isOwnData } from "../own/dataOf.ts";
import { movedTo } from "../own/experimentFile.ts";
import { packageVersion } from "../run/versions.ts";
import type { Session } from "../Session.ts";
import { fingerprint } from "./fingerprint.ts";
import type { PlanSweepOptions } from "./planSweepFile.ts";
import type { SweepBase } from "./SweepBase.ts";

/** The base of a sweep, and what it takes to check its entries. */
export interface OpenedBase {
  readonly base: SweepBase;
  readonly recipe: Recipe;
  /** What an experiment trains on. */
  readonly dataset: Dataset;
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
  // Models are counted when entries are checked, and the backend that is asked for has to be one.
  await startBackend("cpu");
  const what = { minibatch: packageVersion("minibatch"), backend: options.backend as BackendName };
  const known = recipes.some((recipe) => recipe.name === name);
  if (known || !isOwnData(name, session)) {
    const recipe = findRecipe(name);
    return { base: { ...what, recipe: name }, recipe, dataset: recipe.dataset };
  }
  const { planOwnRun } = await import("../own/planOwnRun.ts");
  const { target, task, imageSize, grey } = options;
  const own = { target, task, imageSize, grey } as Parameters<typeof planOwnRun>[1];
  const planned = await planOwnRun(name, own, session);
  const { experiment, folder: from } = planned.own ?? {};
  if (experiment === undefined || from === undefined)
    throw new Error("data of one's own without an experiment");
  const moved = movedTo(experiment, from, folder);
  const data = await fingerprint(moved.data, folder);
  return {
    base: { ...what, experiment: moved, ...(data !== undefined && { data }) },
    recipe: planned.recipe,
    dataset: planned.recipe.dataset,
  };
}
