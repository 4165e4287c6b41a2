import { platform } from "#platform";
import { engine, env } from "@tensorflow/tfjs-core";
import { declareMemoryShared } from "./declareMemoryShared.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** The part of `@tensorflow/tfjs-backend-wasm` that is needed. */
export interface TfjsWasmModule {
  setWasmPaths(
    paths: Record<
      "tfjs-backend-wasm.wasm" | typeof simdBuild | "tfjs-backend-wasm-threaded-simd.wasm",
      string
    >,
    usePlatformFetch: boolean,
  ): void;
}

/** Options of {@link shareWasmMemory}. */
export interface ShareWasmMemoryOptions {
  /**
   * Where the .wasm files of tfjs lie, as its `setWasmPaths` takes it.
   *
   * @default in Node the installed package, elsewhere beside the page
   */
  readonly wasmPaths?: string | Readonly<Record<string, string>> | undefined;
}

/** Where tfjs finds the module while the backend starts. */
let sharedBuildUrl: string | undefined;

const simdBuild = "tfjs-backend-wasm-simd.wasm";

/**
 * Lets the WASM backend of TensorFlow.js start on memory that threads can share. To be called before
 * `tf.setBackend("wasm")`; `installWasmKernels` then computes with all cores.
 *
 * It is tfjs' own module for one thread, with one byte changed: the one that says whether its memory is shared. tfjs'
 * build for several threads is not used, which does not start in Node (tensorflow/tfjs issue 3830).
 *
 * @param tfjsWasm the module `@tensorflow/tfjs-backend-wasm`
 * @throws {WasmKernelsError} `NO_THREADS` where memory cannot be shared, or the backend runs already
 * @example
 * import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
 * await shareWasmMemory(tfjsWasm);
 * await tf.setBackend("wasm");
 * const { threads } = await installWasmKernels(); // as many as there are cores
 */
export async function shareWasmMemory(
  tfjsWasm: TfjsWasmModule,
  { wasmPaths }: ShareWasmMemoryOptions = {},
): Promise<void> {
  // findBackend would start it.
  const obstacle = engine().registry["wasm"]
    ? 'the backend runs already: call shareWasmMemory before tf.setBackend("wasm")'
    : platform.whyNotShared();
  if (obstacle !== undefined) throw new WasmKernelsError("NO_THREADS", obstacle);
  releaseSharedBuild();
  const url = await sharedBuild(wasmPaths);
  sharedBuildUrl = url;
  // Otherwise tfjs would take its build for several threads, where the engine has them.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  tfjsWasm.setWasmPaths(
    {
      "tfjs-backend-wasm.wasm": url,
      "tfjs-backend-wasm-simd.wasm": url,
      "tfjs-backend-wasm-threaded-simd.wasm": url,
    },
    true,
  );
}

/** Gives the copy of tfjs' module back, once the backend has started from it. */
export function releaseSharedBuild(): void {
  if (sharedBuildUrl !== undefined) URL.revokeObjectURL(sharedBuildUrl);
  sharedBuildUrl = undefined;
}

async function sharedBuild(wasmPaths: ShareWasmMemoryOptions["wasmPaths"]): Promise<string> {
  const path = typeof wasmPaths === "string" ? wasmPaths + simdBuild : wasmPaths?.[simdBuild];
  try {
    const bytes = await platform.readTfjsModule(simdBuild, path);
    return URL.createObjectURL(new Blob([declareMemoryShared(bytes)], { type: "application/wasm" }));
  } catch (cause) {
    throw new WasmKernelsError(
      "NO_THREADS",
      `${simdBuild} of @tensorflow/tfjs-backend-wasm 4.22 was expected: install it, and name its folder in wasmPaths`,
      { cause },
    );
  }
}
