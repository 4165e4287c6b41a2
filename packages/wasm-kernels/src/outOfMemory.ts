import { WasmKernelsError } from "./WasmKernelsError.ts";

/** For what the memory of the backend has no room for. */
export function outOfMemory(what: string): WasmKernelsError {
  return new WasmKernelsError(
    "OUT_OF_MEMORY",
    `the WASM backend has no memory left for ${what}: dispose tensors, or take a smaller batch`,
  );
}
