import type { FeatureImportance } from "@minibatch/training";
import type { TrainResult } from "../run/RunRecord.ts";

/** What the importance of a column counts. */
export function lostWithout(task: TrainResult["task"]): string {
  return task === "classification" ? "accuracy lost" : "error added";
}

/** The importance of a column with its spread: in points of per cent for classes, in the unit of the target for values. */
export function importanceText({ mean, deviation }: FeatureImportance, task: TrainResult["task"]): string {
  return task === "classification"
    ? `${(mean * 100).toFixed(1)} ± ${(deviation * 100).toFixed(1)} points`
    : `${Number(mean.toPrecision(3))} ± ${Number(deviation.toPrecision(2))}`;
}
