import type {
  Baseline,
  LearningCurve,
  PublishedResult,
  ReproducedPrediction,
  ResolvedSettings,
} from "@minibatch/recipes";
import type { FeatureImportance, History, NormalizationSteps } from "@minibatch/training";
import type { DataRecord } from "./DataRecord.ts";
import type { MachineRecord } from "./MachineRecord.ts";

/** What `train --json` prints, by the task of the recipe. */
export type TrainResult = ClassificationTrainResult | RegressionTrainResult;

/** What `train --json` prints of a recipe that tells classes apart. */
export interface ClassificationTrainResult extends AnyTrainResult {
  readonly task: "classification";
  readonly test: { readonly loss: number; readonly accuracy: number };
}

/** What `train --json` prints of a recipe that predicts values. */
export interface RegressionTrainResult extends AnyTrainResult {
  readonly task: "regression";
  readonly test: { readonly loss: number; readonly mae: number };
  /** What the model makes of the inputs for which the source prints a prediction. */
  readonly predictions: readonly ReproducedPrediction[];
}

/** What stands beside the result of a run; on a recipe, advice alone. */
export interface BesideResult {
  /** What simple answers reach on the same test set. */
  readonly baselines?: readonly Baseline[];
  /** How much the accuracy, or the mean absolute error, gets worse without each column of a table. */
  readonly importance?: readonly FeatureImportance[];
  /** What half of the rows were worth. */
  readonly curve?: LearningCurve;
  /** What to try, a sentence each. */
  readonly advice?: readonly string[];
}

interface AnyTrainResult extends BesideResult {
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  readonly parameters: number;
  readonly seed: number;
  readonly epochs: number;
  readonly settings: ResolvedSettings;
  readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
  readonly history: History;
  /** How far the averages of batch normalization came, where the model learns some. */
  readonly batchNormalization?: NormalizationSteps;
  /** Null where nobody has published one. */
  readonly published: PublishedResult | null;
  readonly samplesPerSecond: number;
  readonly seconds: number;
  readonly out: string;
}

/** What `run.json` holds: enough to resume the run, and in the end its result. */
export interface RunRecord {
  /** The layout of this file. */
  readonly format: 1;
  /** A run that was killed stays `running`; all but `done` can be resumed. */
  readonly status: "running" | "interrupted" | "failed" | "done";
  readonly recipe: string;
  readonly dataset: string;
  readonly backend: string;
  /** What the backend computes on, threads included, and the machine around it. */
  readonly machine: MachineRecord;
  readonly settings: ResolvedSettings;
  readonly versions: Readonly<Record<string, string>>;
  /** What is in the data, where they are one's own. */
  readonly data?: DataRecord;
  /** Once it is done. */
  readonly result?: TrainResult;
}
