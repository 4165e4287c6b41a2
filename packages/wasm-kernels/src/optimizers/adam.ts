import type { Variable } from "@tensorflow/tfjs-core";
import { AdamOptimizer, mul, tidy } from "@tensorflow/tfjs-core";
import { defineOptimizer, scalarValue } from "../OptimizerDefinition.ts";
import type { Accumulators, AnyOptimizerDefinition } from "../OptimizerDefinition.ts";

interface State {
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** The powers of the betas. */
  readonly accBeta1: Variable;
  readonly accBeta2: Variable;
  readonly accumulatedFirstMoment: Accumulators;
  readonly accumulatedSecondMoment: Accumulators;
}

export const adam: AnyOptimizerDefinition = defineOptimizer<State>({
  name: "AdamOptimizer",
  type: AdamOptimizer,
  accumulators: (state) => [state.accumulatedFirstMoment, state.accumulatedSecondMoment],
  decays: true,
  prepare(wasm, state) {
    const { learningRate, beta1, beta2, epsilon } = state;
    const correction1 = 1 - scalarValue(state.accBeta1);
    const correction2 = 1 - scalarValue(state.accBeta2);
    return (value, result, gradient, count, [first = 0, second = 0], keep) =>
      wasm.adam(
        value,
        result,
        gradient,
        first,
        second,
        count,
        -learningRate,
        beta1,
        1 - beta1,
        beta2,
        1 - beta2,
        correction1,
        correction2,
        epsilon,
        keep,
      );
  },
  finish({ accBeta1, accBeta2, beta1, beta2 }) {
    tidy(() => {
      accBeta1.assign(mul(accBeta1, beta1));
      accBeta2.assign(mul(accBeta2, beta2));
    });
  },
});
