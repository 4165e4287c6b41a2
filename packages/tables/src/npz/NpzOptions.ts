/** Options of `npz`. */
export interface NpzOptions {
  /**
   * The array of the inputs.
   *
   * @default found by its name: `x`, `X`, `images`, `data`, `features`, or these with `_train`, `_val` and `_test`
   */
  readonly x?: string | undefined;
  /**
   * The array of what is predicted.
   *
   * @default found by its name: `y`, `labels`, `target`, `targets`, or these with `_train`, `_val` and `_test`
   */
  readonly y?: string | undefined;
  /**
   * Whether it holds classes or values.
   *
   * @default found out as for a table; pictures have classes
   */
  readonly task?: "classification" | "regression" | undefined;
  /**
   * The share of the rows that watches training, from 0 to below 1, where the archive has no part for that.
   *
   * @default 0.15
   */
  readonly validationSplit?: number | undefined;
  /**
   * The share of the rows that measures the trained model, from 0 to below 1, where the archive has no part for that.
   *
   * @default 0.15
   */
  readonly testSplit?: number | undefined;
  /**
   * Fixes which rows are on which side.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /**
   * The id of the dataset.
   *
   * @default the name of the file without its ending, or "arrays"
   */
  readonly name?: string | undefined;
}
