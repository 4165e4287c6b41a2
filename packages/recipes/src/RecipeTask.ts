import type { LoadOptions, NdArray, Samples, TrainTest, TypedArray } from "@minibatch/datasets";
import type { InputScaling, ModelMetadata } from "@minibatch/models";

/** What every task measures: loss and metric on the test set. */
export interface TestedModel {
  readonly test: Readonly<Record<string, number>>;
}

/** What differs between recipes that tell classes apart and recipes that predict values. */
export interface RecipeTask<X extends TypedArray, Y extends TypedArray, Measured extends TestedModel> {
  /** Under tfjs' names, for `model.compile`. */
  readonly loss: string;
  readonly metric: string;
  /** What is saved beside the model, so that it can be used without the recipe. */
  readonly metadata: ModelMetadata;
  load(options: LoadOptions): Promise<TrainTest<X, Y>>;
  /** @param train the rows that it is trained on, and no others */
  inputScaling(train: Samples<X, Y>): InputScaling;
  /** @param predict runs the trained model on unscaled inputs */
  measure(data: TrainTest<X, Y>, predict: (x: NdArray) => Promise<NdArray<Float32Array>>): Promise<Measured>;
}
