import type { OptimizerName } from "./optimizers/optimizerNames.ts";

/** What can be changed about a recipe; what is left out is as the recipe has it. */
export interface RecipeSettings {
  readonly epochs?: number | undefined;
  readonly batchSize?: number | undefined;
  /**
   * The step size of the optimizer.
   *
   * @default that of the recipe, or the optimizer's own when `optimizer` names another one
   */
  readonly learningRate?: number | undefined;
  readonly optimizer?: OptimizerName | undefined;
  /**
   * How much of the last step goes on, for an optimizer that has it.
   *
   * @default that of the recipe, or the optimizer's own when `optimizer` names another one
   */
  readonly momentum?: number | null | undefined;
  /**
   * Whether the gradient is taken ahead, after Nesterov, for an optimizer that has it.
   *
   * @default as in the recipe, or not when `optimizer` names another one
   */
  readonly nesterov?: boolean | null | undefined;
  /**
   * What share of itself, times the learning rate, each weight loses at each step, for an optimizer that has it.
   *
   * @default that of the recipe, or the optimizer's own when `optimizer` names another one
   */
  readonly weightDecay?: number | null | undefined;
  /**
   * Fixes the initial weights, the order of the samples, how they are augmented, and the dropout masks.
   *
   * @default that of the recipe, mostly 1
   */
  readonly seed?: number | undefined;
  /** Trains on the first so many training samples only; the test set stays whole, so that results compare. */
  readonly limit?: number | null | undefined;
  /**
   * The last fraction of the training set, held back for validation; 0 trains on all of it and validates on nothing.
   *
   * @default what the recipe validates on
   */
  readonly validationSplit?: number | null | undefined;
  /**
   * Ends training when the validation loss was not better than its best for so many epochs, and takes the weights of the
   * best epoch.
   *
   * @default that of the recipe, where there is validation; mostly none, and training goes on to its last epoch
   */
  readonly earlyStopping?: number | null | undefined;
}
