import { diagnoseTraining, type Finding } from "@minibatch/training";
import { settingsOfRun } from "../../state/runSettings.ts";
import type { StoredRun } from "../../storage/runs.ts";
import type { RecipeCard } from "../../worker/commands/listRecipes.ts";

/** What a run shows that is not on its way. */
export function runFindings(run: StoredRun, card: RecipeCard | undefined): readonly Finding[] {
  const { history, result, own } = run;
  const settings = settingsOfRun(run, card);
  const rate = settings.learningRate;
  return diagnoseTraining({
    history,
    epochs: Number(settings.epochs ?? history.loss.length),
    learningRate: typeof rate === "number" ? rate : undefined,
    learningRateSchedule: card?.schedule.learningRateSchedule,
    usual: own ? undefined : card?.schedule,
    limited: typeof settings.limit === "number",
    test: result?.test,
    batchNormalization: result?.batchNormalization,
    confusionMatrix: result?.test.accuracy === undefined ? undefined : result.confusionMatrix,
    baselines: result?.baselines,
  });
}
