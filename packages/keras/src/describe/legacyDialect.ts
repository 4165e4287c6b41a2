import type { Dialect } from "./Dialect.ts";

/** What whole models in `.h5` say. */
export const legacyDialect: Dialect = {
  inputShape: "batch_input_shape",
  describeCall: ({ inputs, state }, history) => {
    const kwargs = state.length > 0 ? { initial_state: state.map(history) } : {};
    return inputs.map((input, i) => [...history(input), i === 0 ? kwargs : {}]);
  },
};
