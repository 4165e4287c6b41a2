import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { engine, env } from "@tensorflow/tfjs-core";
import { declareMemoryShared } from "../src/declareMemoryShared.ts";
import { installWasmKernels } from "../src/index.ts";
import type { WasmKernels, WasmKernelsOptions } from "../src/index.ts";

/**
 * Starts the WASM backend from a file whenever tfjs' tests ask for it, and installs the kernels then.
 *
 * The tests begin each group with `engine().reset()`, which ends every backend, and then set the one that they test. Some put a `fetch` of
 * their own in the place of Node's: hence a file, and not the address that `shareWasmMemory` makes.
 *
 * @param wasmFile the module of tfjs' backend
 * @param folder where to write a copy of it with shared memory, for several threads
 * @param kernels options of the kernels; without, the backend stays tfjs' own
 */
export function prepareBackend(
  wasmFile: string,
  folder: string,
  kernels: WasmKernelsOptions | undefined,
): void {
  const several = (kernels?.threads ?? 1) > 1;
  const file = several ? join(folder, "shared.wasm") : wasmFile;
  if (several) writeFileSync(file, declareMemoryShared(new Uint8Array(readFileSync(wasmFile))));
  setWasmPaths({
    "tfjs-backend-wasm.wasm": file,
    "tfjs-backend-wasm-simd.wasm": file,
    "tfjs-backend-wasm-threaded-simd.wasm": file,
  });
  if (kernels) installWithBackend(kernels);
}

function installWithBackend(kernels: WasmKernelsOptions): void {
  const tfjs = engine();
  const setBackend = tfjs.setBackend.bind(tfjs);
  const reset = tfjs.reset.bind(tfjs);
  let installation: WasmKernels | undefined;
  tfjs.setBackend = async (name) => {
    env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    const done = await setBackend(name);
    if (name === "wasm") installation = await installWasmKernels(kernels);
    return done;
  };
  tfjs.reset = () => {
    installation?.uninstall();
    installation = undefined;
    reset();
  };
}
