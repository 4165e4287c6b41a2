import type { BackendName } from "@minibatch/backends";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch predict`, as they were typed. */
export interface PredictOptions extends CommonOptions {
  readonly backend?: BackendName;
}
