import type { SymbolicTensor } from "@tensorflow/tfjs-layers";
import type { Dialect } from "./Dialect.ts";

/** What `.keras` files say. */
export const modernDialect: Dialect = {
  inputShape: "batch_shape",
  describeCall: ({ inputs, state }, history) => {
    const tensor = (input: SymbolicTensor) => ({
      class_name: "__keras_tensor__",
      config: { shape: input.shape, dtype: input.dtype, keras_history: history(input) },
    });
    const tensors = inputs.map(tensor);
    return {
      args: tensors.length > 1 ? [tensors] : tensors,
      kwargs: state.length > 0 ? { initial_state: state.map(tensor) } : {},
    };
  },
};
