import { type Backend, type BackendName, startBackend } from "@minibatch/backends";
import simdModule from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url";

/** Starts a backend; its WebAssembly lies beside the app, in the one build that it uses. */
export function startChosenBackend(name: BackendName): Promise<Backend> {
  return startBackend(name, { wasmPaths });
}

/** Where `startBackend` and `listBackends` find WebAssembly. */
export const wasmPaths: Readonly<Record<string, string>> = {
  "tfjs-backend-wasm.wasm": simdModule,
  "tfjs-backend-wasm-simd.wasm": simdModule,
  "tfjs-backend-wasm-threaded-simd.wasm": simdModule,
};
