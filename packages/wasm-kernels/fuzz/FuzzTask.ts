import type { WasmKernelsOptions } from "../src/index.ts";
import type { Verdict } from "./tryCase.ts";

/** What one process is to try. */
export interface FuzzTask {
  readonly kind: "networks" | "programs";
  readonly seeds: readonly number[];
  readonly kernels: WasmKernelsOptions;
  /** Where the modules of tfjs' WASM backend lie, with a slash at its end. */
  readonly wasmFolder: string;
  /** Whether what the first of the seeds makes is made as small as it can be. */
  readonly shrink: boolean;
  /** A case of this kind, in the place of what the first of the seeds makes. */
  readonly made?: unknown;
}

/** What it tells: first which case it tries, then what came of it. */
export interface FuzzMessage extends Partial<Verdict> {
  readonly seed: number;
  /** What the case does. */
  readonly steps?: readonly string[];
}
