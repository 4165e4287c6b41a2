import type { WasmKernelsOptions } from "../src/index.ts";

/** What one process runs. */
export interface OpTestsRun {
  /** Options of the kernels; without, tfjs' own are tested. */
  readonly kernels?: WasmKernelsOptions;
  /** The module of tfjs' WASM backend. */
  readonly wasmFile: string;
  /** Where to write `result.json`, an {@link OpTestsResult}. */
  readonly folder: string;
}

/** What came of it. */
export interface OpTestsResult {
  readonly passed: readonly string[];
  /** The first message of each test that failed. */
  readonly failed: Readonly<Record<string, string>>;
}
