import type { InstalledKernel } from "@minibatch/wasm-kernels";
import type { MissingKernel } from "./missingKernels.ts";

/** A backend that runs. */
export interface Backend {
  /** Its name, as `startBackend` takes it. TensorFlow.js itself calls "node" "tensorflow". */
  readonly name: string;
  /** What it computes on: instruction set, threads, adapter. */
  readonly device: string;
  /** True where the CPU plays the GPU: it works, but "wasm" is faster. */
  readonly emulated?: true;
  /** The version of the library behind it. */
  readonly version: string;
  /** Why it was chosen; only where the choice was "auto". */
  readonly reason?: string;
  /** How many threads compute; only on "wasm". */
  readonly threads?: number;
  /** What is less than it could be, and why: threads that are missing on "wasm". */
  readonly note?: string;
  /** What `@minibatch/wasm-kernels` added and replaced; only on "wasm". */
  readonly kernels?: readonly InstalledKernel[];
}

/** What is known of a backend before it runs. */
export interface BackendStatus {
  readonly name: string;
  /** Whether it can be started here. */
  readonly available: boolean;
  /** Why it can, or cannot. */
  readonly reason: string;
  /** The one thing to do where it cannot; empty where it can. */
  readonly fix: string;
  /** What it would compute on; empty where that is not known. */
  readonly device: string;
  /** True where the CPU plays the GPU: it works, but "auto" passes it over. */
  readonly emulated?: true;
  /** Whether it can train the model that `listBackends` was given. */
  readonly trains?: boolean;
  /** The kernels that it lacks for that. */
  readonly missing?: readonly MissingKernel[];
}

/** How to start a backend. */
export interface StartBackendOptions {
  /**
   * Where the .wasm files of `@tensorflow/tfjs-backend-wasm` lie, as its `setWasmPaths` takes it: a folder with a slash
   * at its end, or an address for each file. Node finds them by itself; a bundler may need it.
   *
   * @default beside the script
   */
  readonly wasmPaths?: string | Readonly<Record<string, string>> | undefined;
  /**
   * How many threads compute on "wasm". More than one need shared memory: Node has it, a page has it when it is
   * cross-origin isolated and `wasmPaths` says where the .wasm files lie. The results are the same for any number.
   *
   * @default as many as there are cores; one where memory cannot be shared
   */
  readonly threads?: number | undefined;
  /**
   * Where `minibatch backends --setup` put libraries; only Node has such a folder.
   *
   * @default what `MINIBATCH_BACKENDS` names, or `minibatch/backends` in the user's folder for the data of programs
   */
  readonly folder?: string | undefined;
  /** Part of the name of the adapter that "webgpu" is to take; in Node. */
  readonly adapter?: string | undefined;
  /**
   * Which GPU "webgpu" takes where there are several.
   *
   * @default "high-performance"
   */
  readonly powerPreference?: "high-performance" | "low-power" | undefined;
}

/**
 * One backend. A driver loads its library when it is asked something, never when it is imported, and is one file
 * and one line in `drivers.ts`.
 */
export interface BackendDriver {
  readonly name: string;
  /** Says whether the backend can be started here, without starting it. */
  probe(options: StartBackendOptions): Promise<BackendStatus>;
  /** Makes it the backend that TensorFlow.js runs on. May be called again while it runs. */
  start(options: StartBackendOptions): Promise<Backend>;
}
