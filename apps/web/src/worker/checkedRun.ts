import { findRecipe, resolveSettings } from "@minibatch/recipes";
import { checkedHistory } from "./checkedHistory.ts";
import type { ConfusionRecord, RunRecord } from "./RunRecord.ts";
import { WorkerError } from "./WorkerError.ts";

/**
 * Checks everything of a run that a page or a further training reads, so that a file that was changed is refused when it is opened, not
 * when it is looked at.
 *
 * @returns the record, with numbers in its history alone
 * @throws {WorkerError} `INVALID_RUN`
 */
export function checkedRun(record: RunRecord, confusion: ConfusionRecord | undefined): RunRecord {
  try {
    const recipe = findRecipe(record.recipe);
    requireThat(record.dataset === recipe.dataset.name, `dataset must be ${recipe.dataset.name}`);
    requireThat(["running", "interrupted", "failed", "done"].includes(record.status), "status is unknown");
    requireThat(typeof record.backend === "string", "backend is no text");
    resolveSettings(recipe, record.settings);
    if (confusion) checkMatrix(confusion, recipe.dataset.classNames.length);
    const { result } = record;
    requireThat(result !== undefined || record.status !== "done", "result is missing");
    if (!result) return record;
    const { test, samples, published, parameters, samplesPerSecond, seconds } = result;
    const measured = recipe.task === "regression" ? test?.mae : test?.accuracy;
    for (const [name, value] of Object.entries({
      "test.loss": test?.loss,
      "test.accuracy or mae": measured,
      "samples.train": samples?.train,
      "samples.validation": samples?.validation,
      "samples.test": samples?.test,
      "published.value": published?.value,
      parameters,
      samplesPerSecond,
      seconds,
    })) {
      requireThat(Number.isFinite(value), `result.${name} is no number`);
    }
    requireThat(typeof published?.metric === "string", "result.published.metric is no text");
    return { ...record, result: { ...result, history: checkedHistory(result.history, "result.history") } };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new WorkerError("INVALID_RUN", `The run is damaged, or was changed: ${cause.message}.`);
  }
}

function checkMatrix({ matrix }: ConfusionRecord, classes: number): void {
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
