/** What a published number counts. Accuracies should be high, everything else is an error and should be low. */
export type PublishedMetric =
  | "test accuracy"
  | "validation accuracy"
  | "accuracy on real MNIST"
  | "test MAE"
  | "training MSE"
  | "validation MSE";

/** A number that the source of a recipe reports. */
export interface PublishedFigure {
  readonly metric: PublishedMetric;
  /** An accuracy from 0 to 1, or an error in the unit of the targets (squared for an MSE). */
  readonly value: number;
  /** How far on the wrong side of `value` a run may end and still count as a reproduction: seeds differ that much. */
  readonly tolerance: number;
}

/** What the source of a recipe reports. */
export interface PublishedResult extends PublishedFigure {
  /** Where the value stands. */
  readonly source: string;
  /** Other numbers of the same source. */
  readonly further?: readonly PublishedFigure[];
}

/** What the source's model predicts for an input. */
export interface PublishedPrediction {
  /** A value for each feature. */
  readonly input: readonly number[];
  /** In the unit of the targets. */
  readonly value: number;
  /** How far off on either side a run may be and still count as a reproduction. */
  readonly tolerance: number;
}
