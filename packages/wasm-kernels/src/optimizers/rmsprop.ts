import { RMSPropOptimizer } from "@tensorflow/tfjs-core";
import { defineOptimizer } from "../OptimizerDefinition.ts";
import type { Accumulators, AnyOptimizerDefinition } from "../OptimizerDefinition.ts";

interface State {
  readonly learningRate: number;
  readonly decay: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly centered: boolean;
  readonly accumulatedMeanSquares: Accumulators;
  readonly accumulatedMoments: Accumulators;
  /** Only where it is centered. */
  readonly accumulatedMeanGrads: Accumulators;
}

export const rmsprop: AnyOptimizerDefinition = defineOptimizer<State>({
  name: "RMSPropOptimizer",
  type: RMSPropOptimizer,
  covers: (state) => !state.centered,
  accumulators: (state) => [
    state.accumulatedMeanSquares,
    state.accumulatedMoments,
    ...(state.centered ? [state.accumulatedMeanGrads] : []),
  ],
  prepare(wasm, { learningRate, decay, momentum, epsilon }) {
    return (value, result, gradient, count, [meanSquare = 0, moment = 0]) =>
      wasm.rmsprop(
        value,
        result,
        gradient,
        meanSquare,
        moment,
        count,
        learningRate,
        decay,
        1 - decay,
        momentum,
        epsilon,
      );
  },
});
