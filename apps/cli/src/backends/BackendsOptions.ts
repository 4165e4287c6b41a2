import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch backends`. */
export interface BackendsOptions extends CommonOptions {
  readonly bench?: boolean;
  readonly setup?: "node" | "webgpu";
}
