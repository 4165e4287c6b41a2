import type { ChosenBackend } from "../backends/ChosenBackend.ts";
import type { DescribeOptions } from "../run/describeModel.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch predict`, as they were typed. */
export interface PredictOptions extends CommonOptions, DescribeOptions, ChosenBackend {
  /** A CSV file for the predictions. */
  readonly out?: string;
}
