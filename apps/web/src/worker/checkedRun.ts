import { findRecipe, type PublishedRecipe, recipes, resolveSettings } from "@minibatch/recipes";
import { checkedHistory } from "./checkedHistory.ts";
import { checkBeside, checkedData, checkPoints } from "./checkedOwn.ts";
import type { ConfusionRecord, RunRecord } from "./RunRecord.ts";
import { WorkerError } from "./WorkerError.ts";

/**
 * Whether a run is on data of one's own, on points of the plane, or an experiment of one's own: the recipes of this app do not know it.
 *
 * @param hasExperiment whether the file that made it lies beside
 */
export function isOwnRun({ recipe, data, points, result }: RunRecord, hasExperiment: boolean): boolean {
  const isKnown = recipes.some(({ name }) => name === recipe);
  return (
    data !== undefined ||
    points !== undefined ||
    result?.baselines !== undefined ||
    (hasExperiment && !isKnown)
  );
}

/**
 * Checks everything of a run that a page or a further training reads, so that a file that was changed is refused when it is opened, not
 * when it is looked at.
 *
 * @returns the record, with numbers in its history alone
 * @throws {WorkerError} `INVALID_RUN`
 */
export function checkedRun(
  record: RunRecord,
  confusion: ConfusionRecord | undefined,
  hasExperiment = false,
): RunRecord {
  try {
    const own = isOwnRun(record, hasExperiment);
    // The settings of all recipes have the same limits.
    const recipe = own ? (recipes[0] as PublishedRecipe) : findRecipe(record.recipe);
    if (own) requireThat(typeof record.dataset === "string", "dataset is no text");
    else requireThat(record.dataset === recipe.dataset.name, `dataset must be ${recipe.dataset.name}`);
    if (record.data !== undefined) checkedData(record.data);
    if (record.points !== undefined) checkPoints(record.points);
    requireThat(["running", "interrupted", "failed", "done"].includes(record.status), "status is unknown");
    requireThat(typeof record.backend === "string", "backend is no text");
    requireThat(["string", "undefined"].includes(typeof record.name), "name is no text");
    resolveSettings(recipe, record.settings);
    const classNames = own ? confusion?.classNames : recipe.dataset.classNames;
    if (confusion) checkMatrix(confusion, classNames);
    const { result } = record;
    requireThat(result !== undefined || record.status !== "done", "result is missing");
    if (!result) return record;
    const { test, samples, published, parameters, samplesPerSecond, seconds } = result;
    const task = own ? result.task : (recipe.task ?? recipe.dataset.task);
    const measured = task === "regression" ? test?.mae : test?.accuracy;
    checkBeside(result);
    for (const [name, value] of Object.entries({
      "test.loss": test?.loss,
      "test.accuracy or mae": measured,
      "samples.train": samples?.train,
      "samples.validation": samples?.validation,
      "samples.test": samples?.test,
      ...(published !== null && { "published.value": published?.value }),
      parameters,
      samplesPerSecond,
      seconds,
    })) {
      requireThat(Number.isFinite(value), `result.${name} is no number`);
    }
    if (published !== null) {
      requireThat(typeof published?.metric === "string", "result.published.metric is no text");
    }
    return { ...record, result: { ...result, history: checkedHistory(result.history, "result.history") } };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new WorkerError("INVALID_RUN", `The run is damaged, or was changed: ${cause.message}.`, [
      cause.message,
    ]);
  }
}

function checkMatrix({ matrix }: ConfusionRecord, classNames: unknown): void {
  const named = Array.isArray(classNames) && classNames.every((name) => typeof name === "string");
  requireThat(named, "confusion-matrix.json must name its classes");
  const classes = (classNames as readonly string[]).length;
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
  const whole =
    Array.isArray(matrix) &&
    matrix.length === classes &&
    matrix.every((row) => Array.isArray(row) && row.length === classes && row.every(isCount));
  requireThat(whole, `confusion-matrix.json must hold ${classes} rows of ${classes} counts`);
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new TypeError(otherwise);
}
