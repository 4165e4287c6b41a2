import type { KernelExports } from "./KernelExports.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";
import { wasmBytes } from "./wasmBytes.generated.ts";

/**
 * Starts the kernels over a memory that another module owns.
 *
 * @param memory the memory of tfjs' WASM backend
 * @throws {WasmKernelsError} `NO_SIMD` when the engine cannot run WebAssembly SIMD
 */
export async function instantiateKernels(memory: WebAssembly.Memory): Promise<KernelExports> {
  const bytes = decodeBase64(wasmBytes);
  if (!WebAssembly.validate(bytes)) {
    throw new WasmKernelsError(
      "NO_SIMD",
      "expected an engine with WebAssembly SIMD, this one has none: Node 16.4, Chrome 91, Firefox 89 and Safari 16.4 " +
        "are the first that do",
    );
  }
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  return instance.exports as unknown as KernelExports;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
