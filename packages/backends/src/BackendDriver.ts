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

/** Imports of libraries that few apps have. */
export interface BackendLibraries {
  readonly webgl?: () => Promise<unknown>;
  readonly webgpu?: () => Promise<unknown>;
}

/** How to start a backend. */
export interface StartBackendOptions {
  /**
   * Where the .wasm files of `@tensorflow/tfjs-backend-wasm` lie, as its `setWasmPaths` takes it: a folder with a slash
   * at its end, or an address for each file.
   *
   * @default none is needed: the one file that is used comes with `@minibatch/wasm-kernels`
   */
  readonly wasmPaths?: string | Readonly<Record<string, string>> | undefined;
  /**
   * How many threads compute on "wasm". More than one need shared memory: Node has it, a page when it is cross-origin
   * isolated. The results are the same for any number.
   *
   * @default as many as there are cores; one where memory cannot be shared
   */
  readonly threads?: number | undefined;
  /**
   * What "wasm" is to start from where the engine compiles nothing at run time, as on edge networks: the compiled modules
   * `@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm` and `@minibatch/wasm-kernels/kernels.wasm`. One
   * thread computes then.
   */
  readonly modules?: { readonly tfjs: WebAssembly.Module; readonly kernels: WebAssembly.Module } | undefined;
  /**
   * Imports the libraries of "webgl" and "webgpu" in a browser, when they are needed:
   * `{ webgl: () => import("@tensorflow/tfjs-backend-webgl") }`. Node finds what is installed by itself.
   *
   * @default none
   */
  readonly libraries?: BackendLibraries | undefined;
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
