import type { NdArray } from "@minibatch/datasets";

/** What a model says of some inputs: how probable each class is, or values. */
export type Answers = ClassAnswers | ValueAnswers;

/** What a model says that tells classes apart. */
export interface ClassAnswers {
  readonly kind: "classes";
  /** The names of the classes. */
  readonly names: readonly string[];
  /** `[rows, classes]`, from 0 to 1. */
  readonly probabilities: NdArray<Float32Array>;
  /** Whether each class is there or not by itself, rather than one of them. */
  readonly independent: boolean;
}

/** What a model says that predicts values. */
export interface ValueAnswers {
  readonly kind: "values";
  /** What the values are called. */
  readonly names: readonly string[];
  /** `[rows, values]`. */
  readonly values: NdArray<Float32Array>;
}
