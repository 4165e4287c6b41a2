/** One step of a setup, told when it starts and when it ends. */
export interface SetupStep {
  /** What is done, e.g. `build the addon`. */
  readonly title: string;
  readonly state: "started" | "done" | "failed";
  /** What came out, or why it failed; empty at the start. */
  readonly detail: string;
}

/** Options of `setupBackend`. */
export interface SetupOptions {
  /**
   * Below which folder the libraries go.
   *
   * @default what `MINIBATCH_BACKENDS` names, or `minibatch/backends` in the user's folder for the data of programs
   */
  readonly folder?: string | undefined;
  /**
   * Use no network: what is here already is found, and nothing else is brought.
   *
   * @default false
   */
  readonly offline?: boolean | undefined;
  /** Stops the setup, and undoes what it did. */
  readonly signal?: AbortSignal | undefined;
  /** Called at both ends of every step. */
  readonly onStep?: ((step: SetupStep) => void) | undefined;
}

/** What a setup left behind. */
export interface SetupResult {
  readonly backend: "node" | "webgpu";
  /** `present`: it ran already, and nothing was done. */
  readonly outcome: "present" | "installed" | "built";
  /** The folder whose node_modules hold its libraries, absolute. */
  readonly folder: string;
  /** The version of TensorFlow, or of the package `webgpu`. */
  readonly version: string;
  /** Every step that ended, in order. */
  readonly steps: readonly SetupStep[];
}
