import { measureBaselines, type RecipeResult } from "@minibatch/recipes";
import {
  accuracy,
  argMax,
  type FeatureImportance,
  meanAbsoluteError,
  permutationImportance,
  predict,
} from "@minibatch/training";
import type { NdArray } from "@minibatch/datasets";
import type { BesideResult } from "../run/RunRecord.ts";
import type { Session } from "../Session.ts";
import { adviceOn } from "./adviceOn.ts";
import type { TrainPlan } from "../train/TrainPlan.ts";

/** Measures what stands beside the result of a run on one's own data: simple answers, and what each column is worth. */
export async function besideResult(
  { recipe, settings }: TrainPlan,
  trained: RecipeResult,
  session: Session,
): Promise<BesideResult> {
  const { status, source } = session;
  status.update(() => "Training a linear model to compare with");
  const baselines = await measureBaselines(recipe, {
    ...source,
    seed: settings.seed,
    limit: settings.limit,
  });
  const importance = await importanceOf(trained, session);
  status.clear();
  const advice = adviceOn(trained, baselines);
  return { baselines, ...(importance && { importance }), advice };
}

/** How much the score falls without each column of a table; nothing for other data. */
async function importanceOf(
  trained: RecipeResult,
  { status, source: { signal } }: Session,
): Promise<readonly FeatureImportance[] | undefined> {
  const { metadata, model, testSet } = trained;
  if (metadata.preparation?.["kind"] !== "table") return undefined;
  const { columnRanges } = await import("@minibatch/tables");
  const encoding = metadata.preparation["encoding"] as Parameters<typeof columnRanges>[0];
  status.update(() => "Measuring what each column is worth");
  const score = async (x: NdArray): Promise<number> => {
    const predicted = await predict(model, x, { inputScaling: metadata.inputScaling, signal });
    const actual = testSet.y.data;
    return trained.task === "regression"
      ? -meanAbsoluteError(actual, predicted.data)
      : accuracy(actual, argMax(predicted));
  };
  return permutationImportance(testSet.x, columnRanges(encoding), score);
}
