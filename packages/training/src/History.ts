/**
 * What training measured, a column for each quantity and a value for each finished epoch, as Keras' `History.history`.
 *
 * @example
 * history.loss.at(-1);        // the training loss of the last epoch
 * history.valAccuracy?.[0];   // the validation accuracy of the first epoch
 */
export interface History {
  /** The mean training loss of each epoch, measured while the weights moved. */
  readonly loss: readonly number[];
  /** The training accuracy of each epoch, 0 to 1. */
  readonly accuracy?: readonly number[];
  /** The validation loss after each epoch. */
  readonly valLoss?: readonly number[];
  /** The validation accuracy after each epoch, 0 to 1. */
  readonly valAccuracy?: readonly number[];
  /** Further metrics of the compiled model, under their names; validation values start with `val`. */
  readonly [metric: string]: readonly number[] | undefined;
}

/** Loss and metrics of one moment: the values of one row of a {@link History}. */
export type Logs = Readonly<Record<string, number>>;
