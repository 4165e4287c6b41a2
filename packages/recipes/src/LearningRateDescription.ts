import type {
  ExponentialDecayOptions,
  InverseTimeDecayOptions,
  OneCycleOptions,
  StepDecayOptions,
} from "@minibatch/training";

/** What the learning rate of the schedule says already. */
type FromRate<Options> = Omit<Options, "initialLearningRate">;

/** The cosine of a description: it ends with the run where nothing else is said. */
export interface CosineDescription {
  /**
   * The step at which the rate has reached its end.
   *
   * @default the steps of all epochs
   */
  readonly decaySteps?: number | undefined;
  /**
   * The rate at the end as a share of the initial one, 0 to 1.
   *
   * @default 0
   */
  readonly alpha?: number | undefined;
}

/**
 * How the learning rate falls in the course of training, as JSON: one of the schedules of `@minibatch/training`, which starts from the
 * learning rate of the run.
 *
 * @example
 * const falling: LearningRateDescription = { stepDecay: { epochs: 10 } };
 */
export type LearningRateDescription =
  | { readonly cosineDecay: CosineDescription }
  | { readonly exponentialDecay: FromRate<ExponentialDecayOptions> }
  | { readonly inverseTimeDecay: FromRate<InverseTimeDecayOptions> }
  | { readonly stepDecay: FromRate<StepDecayOptions> }
  /** Up to the learning rate of the run, then down, over the steps of all epochs. */
  | { readonly oneCycle: Omit<OneCycleOptions, "maxLearningRate" | "steps"> };
