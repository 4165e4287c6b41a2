/** What something simple reaches on the test set: a result says little without it. */
export interface Baseline {
  /** What answers, e.g. `always "cat"`, `always the mean` or `linear model`. */
  readonly name: string;
  /** The share that it tells right, 0 to 1, of classes. */
  readonly accuracy?: number;
  /** Its mean absolute error, in the unit of the targets, of values. */
  readonly mae?: number;
}
