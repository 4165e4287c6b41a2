import type { ConfusionRecord } from "./ConfusionRecord.ts";
import type { PredictionsRecord } from "./PredictionsRecord.ts";
import type { ClassificationTrainResult, RegressionTrainResult } from "./RunRecord.ts";
import type { RunSamples } from "@minibatch/recipes";

/** The result of a run with what its folder holds beside: all that a report needs. */
export type RunContents = ClassificationContents | RegressionContents;

/** What a run leaves that tells classes apart. */
export interface ClassificationContents {
  readonly result: ClassificationTrainResult;
  readonly confusion: ConfusionRecord;
  readonly samples: RunSamples;
}

/** What a run leaves that predicts values. */
export interface RegressionContents {
  readonly result: RegressionTrainResult;
  readonly predictions: PredictionsRecord;
}
