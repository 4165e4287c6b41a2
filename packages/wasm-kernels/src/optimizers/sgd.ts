import type { Scalar } from "@tensorflow/tfjs-core";
import { SGDOptimizer } from "@tensorflow/tfjs-core";
import { defineOptimizer, scalarValue } from "../OptimizerDefinition.ts";
import type { AnyOptimizerDefinition } from "../OptimizerDefinition.ts";

interface State {
  /** Minus the learning rate. */
  readonly c: Scalar;
}

export const sgd: AnyOptimizerDefinition = defineOptimizer<State>({
  name: "SGDOptimizer",
  type: SGDOptimizer,
  accumulators: () => [],
  prepare(wasm, state) {
    const scale = scalarValue(state.c);
    return (value, result, gradient, count) => wasm.sgd(value, result, gradient, count, scale);
  },
});
