import type { CommonOptions } from "../Session.ts";

/** The options of `minibatch datasets preview`, as they were typed. */
export interface PreviewOptions extends CommonOptions {
  readonly out?: string;
  readonly rows?: number;
  readonly columns?: number;
  readonly split?: "train" | "test";
  readonly seed?: number;
  readonly class?: string;
}
