import * as tfjsWasm from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { installWasmKernels, shareWasmMemory } from "../src/index.ts";
import type { WasmKernelsOptions } from "../src/index.ts";

/**
 * Starts cpu, and WASM with the kernels.
 *
 * @param wasmFolder where the modules of tfjs' WASM backend lie, with a slash at its end
 */
export async function startBackends(wasmFolder: string, kernels: WasmKernelsOptions): Promise<void> {
  await import("@tensorflow/tfjs-backend-cpu");
  // Brings the gradients of every operation.
  await import("@tensorflow/tfjs-layers");
  if ((kernels.threads ?? 1) > 1) await shareWasmMemory(tfjsWasm, { wasmPaths: wasmFolder });
  else tfjsWasm.setWasmPaths(wasmFolder);
  await tf.setBackend("cpu");
  // It prints advice on other backends at its first tensor otherwise.
  (tf.backend() as { firstUse?: boolean }).firstUse = false;
  await tf.setBackend("wasm");
  await installWasmKernels(kernels);
}
