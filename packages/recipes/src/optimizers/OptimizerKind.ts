import type { WeightGroup } from "@minibatch/training";
import type { Optimizer } from "@tensorflow/tfjs-core";
import type { OptimizerOptions } from "../OptimizerOptions.ts";

/** What an optimizer takes, and how it is made. */
export interface OptimizerKind {
  /** The one that suits it: Keras' default, mostly. */
  readonly learningRate: number;
  /** The options that it takes beside that. */
  readonly takes: readonly (keyof OptimizerOptions)[];
  /** Whether some weights may learn otherwise. */
  readonly grouped?: true;
  make(learningRate: number, options: OptimizerOptions, groups: readonly WeightGroup[]): Optimizer;
}
