import type { Scalar } from "@tensorflow/tfjs-core";
import { MomentumOptimizer } from "@tensorflow/tfjs-core";
import { defineOptimizer, scalarValue } from "../OptimizerDefinition.ts";
import type { Accumulators, AnyOptimizerDefinition } from "../OptimizerDefinition.ts";

interface State {
  /** Minus the learning rate. */
  readonly c: Scalar;
  readonly m: Scalar;
  readonly useNesterov: boolean;
  readonly accumulations: Accumulators;
}

export const momentum: AnyOptimizerDefinition = defineOptimizer<State>({
  name: "MomentumOptimizer",
  type: MomentumOptimizer,
  accumulators: (state) => [state.accumulations],
  decays: true,
  prepare(wasm, state) {
    const scale = scalarValue(state.c);
    const m = scalarValue(state.m);
    return (value, result, gradient, count, [accumulation = 0], keep) =>
      wasm.momentum(value, result, gradient, accumulation, count, scale, m, state.useNesterov, keep);
  },
});
