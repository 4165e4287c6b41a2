import type { History } from "../History.ts";
import type { EarlyStoppingState } from "./EarlyStoppingState.ts";
import type { ReduceOnPlateauState } from "./ReduceOnPlateauState.ts";
import type { EpochSumsState } from "./EpochSumsState.ts";
import type { NamedArray } from "./NamedArray.ts";

/** A moment of training from which `fit` can go on and end with exactly the weights of an uninterrupted run. */
export interface Checkpoint {
  /** The epochs that are done. */
  readonly epoch: number;
  /** The batches of the next epoch that are done. */
  readonly batch: number;
  /** What loss and metrics need of the batches of the epoch in progress. */
  readonly means: EpochSumsState;
  /** The finished epochs. */
  readonly history: History;
  /** What has to be the same when training goes on. */
  readonly setup: {
    readonly seed: number;
    readonly batchSize: number;
    readonly shuffle: boolean;
    readonly trainRows: number;
    /** The class of the optimizer, e.g. "Adam"; absent in checkpoints of before it was noted. */
    readonly optimizer?: string | undefined;
    /** In how many parts each batch was computed, where it was in several. */
    readonly gradientAccumulation?: number | undefined;
    /** How weights were averaged, where they were. */
    readonly weightAverage?: "ema" | "lookahead" | undefined;
  };
  /** The model's weights in their order. */
  readonly weights: readonly NamedArray[];
  /** The optimizer's state in its own order; the first one counts its steps. */
  readonly optimizer: readonly NamedArray[];
  /** What early stopping has seen, where it is used ... */
  readonly earlyStopping?: EarlyStoppingState | undefined;
  /** ... and the weights of the best epoch so far, in the order of `weights`. */
  readonly bestWeights?: readonly NamedArray[] | undefined;
  /** The averages of the weights, in the order of `weights`, where they are averaged. */
  readonly averages?: readonly NamedArray[] | undefined;
  /** Where the learning rate is, where a plateau lowers it. */
  readonly reduceOnPlateau?: ReduceOnPlateauState | undefined;
}
