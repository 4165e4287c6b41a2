import type { BackendName } from "@minibatch/backends";

/** What is to compute, as it was typed. */
export interface ChosenBackend {
  /** Checked by `startBackend`. */
  readonly backend?: BackendName;
  /** Of the wasm backend. */
  readonly threads?: number;
}
