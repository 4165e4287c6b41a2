import { AdadeltaOptimizer } from "@tensorflow/tfjs-core";
import { defineOptimizer } from "../OptimizerDefinition.ts";
import type { Accumulators, AnyOptimizerDefinition } from "../OptimizerDefinition.ts";

interface State {
  readonly learningRate: number;
  readonly rho: number;
  readonly epsilon: number;
  readonly accumulatedGrads: Accumulators;
  readonly accumulatedUpdates: Accumulators;
}

export const adadelta: AnyOptimizerDefinition = defineOptimizer<State>({
  name: "AdadeltaOptimizer",
  type: AdadeltaOptimizer,
  accumulators: (state) => [state.accumulatedGrads, state.accumulatedUpdates],
  prepare(wasm, { learningRate, rho, epsilon }) {
    return (value, result, gradient, count, [squares = 0, updates = 0]) =>
      wasm.adadelta(value, result, gradient, squares, updates, count, -learningRate, rho, 1 - rho, epsilon);
  },
});
