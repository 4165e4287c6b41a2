/** What a regression model made of a part of the data. */
export interface RegressionPart {
  /** The true value of each sample. */
  readonly actual: ArrayLike<number>;
  /** The predicted value of each sample. */
  readonly predicted: ArrayLike<number>;
}
