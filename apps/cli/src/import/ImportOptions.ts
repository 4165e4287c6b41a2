import type { DescribeOptions } from "../run/describeModel.ts";
import type { CommonOptions } from "../Session.ts";

/** Options of `minibatch import`. */
export interface ImportOptions extends CommonOptions, DescribeOptions {
  /** What the model was trained on. */
  readonly dataset?: string;
  /** The name of the output that answers. */
  readonly output?: string;
  /** A recipe or a model with the layers of a file that holds weights alone. */
  readonly architecture?: string;
  readonly out?: string;
}
