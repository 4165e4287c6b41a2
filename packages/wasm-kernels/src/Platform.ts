import type { Helper } from "./Helper.ts";
import type { WideKernels } from "./WideKernels.ts";

/** What a helping thread needs to join; see `assembly/team.ts`. */
export interface HelperSetup {
  readonly module: WebAssembly.Module;
  /** The loops that the module imports, if it does. */
  readonly loops: WebAssembly.Module | undefined;
  readonly memory: WebAssembly.Memory;
  /** The block of memory through which the threads talk. */
  readonly block: number;
  /** At most how many threads there will be. */
  readonly threads: number;
}

/** What Node and browsers do in different ways. */
export interface Platform {
  /** How many threads can run at once. */
  availableThreads(): number;
  /** Whether the main thread may sleep until others are done. */
  readonly mainThreadMayWait: boolean;
  /** Why memory cannot be shared between threads here, or `undefined` where it can. */
  whyNotShared(): string | undefined;
  /** Starts a thread that helps; throws where the engine refuses at once. */
  startHelper(setup: HelperSetup): Helper;
  /** Compiles a module of relaxed SIMD, or gives `undefined` where the engine has none. */
  compileFused(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Module | undefined>;
  /** Compiles the kernels for vectors of 256 bits, or gives `undefined` where the engine or the machine has none. */
  compileWide(shared: boolean): Promise<WideKernels | undefined>;
  gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads tfjs' own module, from where the app says it lies. */
  readTfjsModule(path: string): Promise<Uint8Array<ArrayBuffer>>;
}
