import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch datasets serve`, as they were typed. */
export interface ServeOptions extends CommonOptions {
  readonly port?: number;
  readonly host?: string;
}
