import type { NdArray, TrainTest } from "@minibatch/datasets";

/** What every task measures: loss and metric on the test set. */
export interface TestedModel {
  readonly test: Readonly<Record<string, number>>;
}

/** What differs between recipes that tell classes apart and recipes that predict values. */
export interface RecipeTask<Measured extends TestedModel> {
  /**
   * The loss, under tfjs' name, for `model.compile`.
   *
   * @param outputs the length of a row of the model's output
   */
  loss(outputs: number): string;
  /** Under tfjs' name. */
  readonly metric: string;
  /** @param predict runs the trained model on unscaled inputs */
  measure(data: TrainTest, predict: (x: NdArray) => Promise<NdArray<Float32Array>>): Promise<Measured>;
}
