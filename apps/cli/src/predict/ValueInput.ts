/** Features to predict from. */
export interface ValueInput {
  /** As it was typed. */
  readonly input: string;
  /** A value for each feature of the model, in its order. */
  readonly features: readonly number[];
  /** The true value, where a dataset knows it. */
  readonly actual?: number;
  /** The true class, where a dataset knows it. */
  readonly label?: string;
}
