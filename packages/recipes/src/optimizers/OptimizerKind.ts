import type { WeightGroup } from "@minibatch/training";
import type { Optimizer } from "@tensorflow/tfjs-core";
import type { OptimizerOptions } from "../OptimizerOptions.ts";

/** How an optimizer is made. */
export interface OptimizerKind {
  /** The one that suits it: Keras' default, mostly. */
  readonly learningRate: number;
  /** Whether some weights may learn otherwise. */
  readonly grouped?: true;
  make(learningRate: number, options: OptimizerOptions, groups: readonly WeightGroup[]): Optimizer;
}
