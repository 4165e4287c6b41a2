import { platform } from "@minibatch/wasm-kernels/internal/platform";
import { engine } from "@tensorflow/tfjs-core";
import { compileTfjsModule, type ProvideTfjsModuleOptions } from "./provideTfjsModule.ts";
import { startFromModule } from "./startFromModule.ts";
import type { TfjsWasmModule } from "./TfjsWasmModule.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** Options of {@link shareWasmMemory}. */
export type ShareWasmMemoryOptions = Pick<ProvideTfjsModuleOptions, "wasmPaths">;

/**
 * Lets the WASM backend of TensorFlow.js start on memory that threads can share. To be called before
 * `tf.setBackend("wasm")`; `installWasmKernels` then computes with all cores.
 *
 * It is tfjs' own module for one thread, with one byte changed: the one that says whether its memory is shared. tfjs'
 * build for several threads is not used, which does not start in Node (tensorflow/tfjs issue 3830).
 *
 * @param tfjsWasm the module `@tensorflow/tfjs-backend-wasm`
 * @throws {WasmKernelsError} `NO_THREADS` where memory cannot be shared, or the backend runs already; `NO_TFJS_MODULE`
 *   where tfjs' module cannot be had
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
  startFromModule(tfjsWasm, await compileTfjsModule(tfjsWasm, wasmPaths, true));
}
