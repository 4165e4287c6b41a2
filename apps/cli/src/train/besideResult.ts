import {
  type ClassificationRecipe,
  classProbabilities,
  type LearningCurve,
  measureBaselines,
  measureLearningCurve,
  type RecipeResult,
} from "@minibatch/recipes";
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
import { curveLine } from "./curveLine.ts";
import type { TrainPlan } from "./TrainPlan.ts";

/** Whether a run is on data or by a recipe of one's own, and nobody has published what comes out. */
export function standsAlone({ own, module, recipe }: TrainPlan): boolean {
  return own !== undefined || (module !== undefined && recipe.published === undefined);
}

/**
 * Measures what stands beside the result of a run of one's own: simple answers, what each column is worth, and, where that is asked
 * for, what half of the rows are. What cannot be measured is said, and takes nothing away from the result.
 */
export async function besideResult(
  plan: TrainPlan,
  trained: RecipeResult,
  learningCurve: boolean,
  session: Session,
): Promise<BesideResult> {
  return measured(plan, trained, learningCurve, session).catch((error: unknown) => {
    session.source.signal.throwIfAborted();
    session.status.print(
      `There is nothing to compare with: ${error instanceof Error ? error.message : String(error)}`,
    );
    return {};
  });
}

async function measured(
  { recipe, settings }: TrainPlan,
  trained: RecipeResult,
  learningCurve: boolean,
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
  const curve = learningCurve ? await curveOf(recipe, trained, session) : undefined;
  status.clear();
  const advice = [...adviceOn(trained, recipe.schedule, { baselines }), ...(curve ? [curveLine(curve)] : [])];
  return { baselines, ...(importance && { importance }), ...(curve && { curve }), advice };
}

/** What more rows are likely to bring; nothing for values, whose errors are not counted. */
async function curveOf(
  recipe: TrainPlan["recipe"],
  trained: RecipeResult,
  { status, source }: Session,
): Promise<LearningCurve | undefined> {
  if (trained.task === "regression") return undefined;
  return measureLearningCurve(recipe as ClassificationRecipe, trained, {
    ...source,
    onEvent(event) {
      if (event.type !== "epoch") return;
      status.update(
        () => `Training on half of the rows to compare with: epoch ${event.epoch} of ${event.epochs}`,
      );
    },
  });
}

/** Each column is measured on so many rows in all that a table of hundreds of columns takes no longer than its training. */
const measuredCells = 400_000;

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
  const ranges = columnRanges(encoding);
  const [total = 0, width = 0] = testSet.x.shape;
  // A recipe may train on some of the columns.
  if (ranges.at(-1)?.end !== width) return undefined;
  const rows = Math.min(total, Math.max(100, Math.floor(measuredCells / ranges.length)));
  const actual = testSet.y.data.subarray(0, rows);
  const score = async (x: NdArray): Promise<number> => {
    const predicted = await predict(model, x, { inputScaling: metadata.inputScaling, signal });
    return trained.task === "regression"
      ? -meanAbsoluteError(actual, predicted.data)
      : accuracy(actual, argMax(classProbabilities(predicted)));
  };
  const x = { data: testSet.x.data.subarray(0, rows * width), shape: [rows, width] };
  return permutationImportance(x, ranges, score);
}
