/** What `confusion-matrix.json` holds. */
export interface ConfusionRecord {
  readonly classNames: readonly string[];
  /** Counts `[actual][predicted]`. */
  readonly matrix: readonly (readonly number[])[];
}
