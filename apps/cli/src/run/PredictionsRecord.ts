/** What `predictions.json` of a regression holds: enough for a scatter with the fitted line, without the dataset. */
export interface PredictionsRecord {
  /** The column of `x`; only where the model takes a single one. */
  readonly feature?: string;
  /** What is predicted, with its unit; that of the built-in dataset in folders of before it was written. */
  readonly target?: string;
  /** All rows for training, those held back for validation among them. */
  readonly train: PredictedRows;
  readonly test: PredictedRows;
}

/** Rows with what the model made of them, one value a row. */
export interface PredictedRows {
  /** The values of the feature, unscaled; only where the model takes a single one. */
  readonly x?: readonly number[];
  /** What each row is called, where rows have names. */
  readonly names?: readonly string[];
  /** The targets. */
  readonly y: readonly number[];
  readonly predicted: readonly number[];
}
