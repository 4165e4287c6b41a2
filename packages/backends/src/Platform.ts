import type { TfjsWasmModule } from "@minibatch/wasm-kernels";
import type { BackendDriver } from "./BackendDriver.ts";
import type { Gpu } from "./Gpu.ts";

/** What Node and browsers do differently. */
export interface Platform {
  /** Native TensorFlow, or a driver that says that there is none. */
  readonly node: BackendDriver;
  /**
   * Gives the entry to WebGPU, without changing anything.
   *
   * @param folder where `minibatch backends --setup` puts libraries; Node only
   * @param adapter part of the name of the adapter that is wanted; Node only
   * @throws {BackendError} `NOT_INSTALLED` or `NOT_AVAILABLE`
   */
  openGpu(folder: string | undefined, adapter: string | undefined): Promise<Gpu>;
  /** Makes it the one that tfjs sees, with the constants that its kernels need. */
  publishGpu(gpu: Gpu): void;
  /** What to do where WebGPU finds no adapter. */
  readonly gpuFix: string;
  /** Whether a library is there, as far as that can be told without loading it; looking installs nothing. */
  isInstalled(library: string): boolean | undefined;
  /** Imports tfjs' library for WebGPU, of the app's own packages or of the folder that setup filled. */
  importWebgpu(folder: string | undefined): Promise<unknown>;
  /**
   * Imports tfjs' WASM backend.
   *
   * @throws {BackendError} `NOT_INSTALLED`
   */
  readonly importTfjsWasm: () => Promise<TfjsWasmModule>;
}
