import { existsSync } from "node:fs";
import { datasets } from "@minibatch/datasets";
import { findRecipe, recipes, resolveSettings } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { isOwnData } from "../own/dataOf.ts";
import { runExists } from "../run/claimRunFolder.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/**
 * Plans a new run of a recipe, or on data of one's own.
 *
 * @throws {CliError} `INVALID_USAGE` without either or for a dataset, `RUN_EXISTS` when `--out` is taken
 * @throws {RecipeError} `UNKNOWN_RECIPE`
 */
export async function planNewRun(
  name: string | undefined,
  options: TrainOptions,
  session: Session,
): Promise<TrainPlan> {
  if (name === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `Say which recipe to train, for example: ${session.commandLine("train", "digits-cnn")}\n` +
        `All of them: ${session.commandLine("recipes")}`,
    );
  }
  const out = options.out === undefined ? undefined : session.resolve(options.out);
  if (out !== undefined && existsSync(runFiles(out).run)) throw runExists(session.display(out));
  return { ...(await planOf(name, options, session)), out, resumed: undefined };
}

async function planOf(
  name: string,
  options: TrainOptions,
  session: Session,
): Promise<Omit<TrainPlan, "out" | "resumed">> {
  const known = recipes.some((recipe) => recipe.name === name);
  if (!known && isOwnData(name, session)) {
    const { planOwnRun } = await import("./planOwnRun.ts");
    return planOwnRun(name, options, session);
  }
  if (!known && datasets.some((dataset) => dataset.name === name)) throw datasetIsNoRecipe(name, session);
  const recipe = findRecipe(name);
  const { target, task, imageSize, grey } = options;
  const foreign = Object.entries({
    "--target": target,
    "--task": task,
    "--image-size": imageSize,
    "--grey": grey,
  });
  const [wrong] = foreign.find(([, given]) => given !== undefined) ?? [];
  if (wrong === undefined) {
    return { recipe, settings: resolveSettings(recipe, options), backend: options.backend ?? "auto" };
  }
  throw new CliError(
    "INVALID_USAGE",
    `${name} is a recipe, and ${wrong} is for data of your own. Leave it out, or give a folder of pictures or a table.`,
  );
}

/** What is to be trained on a dataset is said by a recipe or by a file. */
function datasetIsNoRecipe(name: string, session: Session): CliError {
  const onIt = recipes.flatMap((recipe) => (recipe.dataset.name === name ? [recipe.name] : []));
  return new CliError(
    "INVALID_USAGE",
    `${name} is a dataset. ${onIt.length === 0 ? "No recipe trains on it." : `Train a recipe on it: ${onIt.join(", ")}.`}\n` +
      `An experiment of your own on it: ${session.commandLine("init", name)}`,
  );
}
