import type { OptimizerName } from "@minibatch/recipes";
import type { ChosenBackend } from "../backends/ChosenBackend.ts";
import type { OwnOptions } from "../own/OwnOptions.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch train`, as they were typed. The number of threads changes no result, so a resumed run may have another. */
export interface TrainOptions extends CommonOptions, OwnOptions, ChosenBackend {
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly learningRate?: number;
  readonly optimizer?: OptimizerName;
  readonly momentum?: number;
  readonly nesterov?: boolean;
  readonly weightDecay?: number;
  readonly seed?: number;
  readonly limit?: number;
  readonly validationSplit?: number;
  /** The patience in epochs. */
  readonly earlyStopping?: number;
  /** Whether to stop after the plan. */
  readonly dryRun?: boolean;
  /** Whether to train on half of the rows, too, to see what more of them are likely to bring. */
  readonly learningCurve?: boolean;
  readonly out?: string;
  readonly resume?: string;
  /** The model to start from. */
  readonly from?: string;
  /** Whether only its last layer learns. */
  readonly freeze?: boolean;
}
