import type { TfjsWasmModule } from "@minibatch/wasm-kernels";
import { notInstalled } from "./notInstalled.ts";

/**
 * Imports tfjs' WASM backend from the app's own packages.
 *
 * @throws {BackendError} `NOT_INSTALLED`
 */
export async function importTfjsWasm(): Promise<TfjsWasmModule> {
  try {
    return await import("@tensorflow/tfjs-backend-wasm");
  } catch (cause) {
    throw notInstalled("@tensorflow/tfjs-backend-wasm", cause);
  }
}
