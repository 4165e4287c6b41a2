import type { OwnOptions } from "../own/OwnOptions.ts";
import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch init`, as they were typed. */
export interface InitOptions extends CommonOptions, OwnOptions {
  /** The same as the argument. */
  readonly data?: string;
  readonly epochs?: number;
  readonly seed?: number;
  /** The file to write. */
  readonly out: string;
  /** Whether what is proposed is taken without a question. */
  readonly yes?: boolean;
  /** Whether a file that is there is replaced. */
  readonly force?: boolean;
}
