/** The options of `minibatch train` that say what one's own data are, as they were typed. */
export interface OwnOptions {
  /** The column of a table to predict. */
  readonly target?: string;
  readonly task?: "classification" | "regression";
  /** The side of a square in pixels. */
  readonly imageSize?: number;
  readonly grey?: boolean;
  /** The arrays of an archive that are inputs and targets. */
  readonly x?: string;
  readonly y?: string;
}
