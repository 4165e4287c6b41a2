import { existsSync } from "node:fs";
import { findRecipe, resolveSettings } from "@minibatch/recipes";
import { CliError } from "../CliError.ts";
import { runExists } from "../run/claimRunFolder.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import type { TrainOptions } from "./TrainOptions.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/**
 * Plans a new run.
 *
 * @throws {CliError} `INVALID_USAGE` without a recipe, `RUN_EXISTS` when `--out` is taken
 * @throws {RecipeError} `UNKNOWN_RECIPE`
 */
export function planNewRun(name: string | undefined, options: TrainOptions, session: Session): TrainPlan {
  if (name === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `Say which recipe to train, for example: ${session.commandLine("train", "digits-cnn")}\n` +
        `All of them: ${session.commandLine("recipes")}`,
    );
  }
  const recipe = findRecipe(name);
  const out = options.out === undefined ? undefined : session.resolve(options.out);
  if (out !== undefined && existsSync(runFiles(out).run)) throw runExists(session.display(out));
  return {
    recipe,
    settings: resolveSettings(recipe, options),
    backend: options.backend ?? "auto",
    out,
    resumed: undefined,
  };
}
