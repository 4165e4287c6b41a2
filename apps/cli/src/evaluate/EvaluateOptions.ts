import type { ChosenBackend } from "../backends/ChosenBackend.ts";
import type { DescribeOptions } from "../run/describeModel.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch evaluate`, as they were typed. */
export interface EvaluateOptions extends CommonOptions, DescribeOptions, ChosenBackend {
  readonly dataset?: string;
  readonly limit?: number;
}
