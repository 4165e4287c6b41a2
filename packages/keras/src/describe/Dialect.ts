import type { Json } from "../config/Json.ts";
import type { DescribedCall, Graph } from "./graphOf.ts";

/** How a model is written down: what Keras 3 says otherwise in `.keras` than Keras 2 did, and 3 still reads, in `.h5`. */
export interface Dialect {
  /** What an input calls its shape with the batch. */
  readonly inputShape: "batch_shape" | "batch_input_shape";
  readonly describeCall: (call: DescribedCall, history: Graph["history"]) => Json | readonly unknown[];
}
