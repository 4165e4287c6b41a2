import type { BackendName } from "@minibatch/backends";
import type { DescribeOptions } from "../run/describeModel.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch predict`, as they were typed. */
export interface PredictOptions extends CommonOptions, DescribeOptions {
  readonly backend?: BackendName;
  /** A CSV file for the predictions. */
  readonly out?: string;
}
