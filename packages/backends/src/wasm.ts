import { installWasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { loadLibrary } from "./loadLibrary.ts";
import { probeLibrary } from "./probeLibrary.ts";
import { useBackend } from "./useBackend.ts";

const library = "@tensorflow/tfjs-backend-wasm";
const load = () => loadLibrary(library, () => import("@tensorflow/tfjs-backend-wasm"));
const device = "WebAssembly with SIMD, one thread";
const noSimd = {
  reason: "this engine has no WebAssembly SIMD",
  fix: "use Node 20, Chrome 91, Firefox 89, Safari 16.4 or newer",
};

/** tfjs' WASM backend with the kernels of `@minibatch/wasm-kernels`: nothing native, and it trains. */
export const wasm: BackendDriver = {
  name: "wasm",

  async probe() {
    const missing = await probeLibrary("wasm", library, load);
    if (missing) return missing;
    if (!(await hasSimd())) return { name: "wasm", available: false, ...noSimd, device: "" };
    return {
      name: "wasm",
      available: true,
      reason: "WebAssembly with SIMD runs here, and nothing has to be installed",
      fix: "",
      device,
    };
  },

  async start({ wasmPaths }: StartBackendOptions) {
    const tfjsWasm = await load();
    if (!(await hasSimd())) throw new BackendError("NOT_AVAILABLE", `${noSimd.reason}: ${noSimd.fix}`);
    await useBackend(
      "wasm",
      "see that its .wasm files are served, and name their folder in wasmPaths",
      () => {
        if (wasmPaths !== undefined) tfjsWasm.setWasmPaths(wasmPaths);
      },
    );
    const { kernels } = await installWasmKernels();
    return { name: "wasm", device, version: tfjsWasm.version_wasm, kernels };
  },
};

async function hasSimd(): Promise<boolean> {
  return Boolean(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"));
}
