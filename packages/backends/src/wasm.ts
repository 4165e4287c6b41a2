import { platform } from "@minibatch/backends/internal/platform";
import { installWasmKernels, provideTfjsModule, shareWasmMemory } from "@minibatch/wasm-kernels";
import type { TfjsWasmModule, WasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { hasSimd } from "./hasSimd.ts";
import { probeLibrary } from "./probeLibrary.ts";
import { useBackend } from "./useBackend.ts";

const noSimd = {
  reason: "this engine has no WebAssembly SIMD",
  fix: "use Node 20, Chrome 91, Firefox 89, Safari 16.4 or newer",
};

/** tfjs' WASM backend with the kernels of `@minibatch/wasm-kernels`: nothing native, and it trains. */
export const wasm: BackendDriver = {
  name: "wasm",

  async probe() {
    const missing = await probeLibrary("wasm", "@tensorflow/tfjs-backend-wasm", platform.importTfjsWasm);
    if (missing) return missing;
    if (!hasSimd()) return { name: "wasm", available: false, ...noSimd, device: "" };
    return {
      name: "wasm",
      available: true,
      reason: "WebAssembly with SIMD runs here, and nothing has to be installed",
      fix: "",
      device: "WebAssembly with SIMD",
    };
  },

  async start(options) {
    const tfjsWasm = await platform.importTfjsWasm();
    if (!options.modules && !hasSimd()) {
      throw new BackendError("NOT_AVAILABLE", `${noSimd.reason}: ${noSimd.fix}`);
    }
    const obstacle = await startTfjs(tfjsWasm, options);
    const installation = await installKernels(options);
    const note = installation.threadsMissing || obstacle;
    return {
      name: "wasm",
      device: deviceOf(installation),
      version: tfjsWasm.version_wasm,
      threads: installation.threads,
      ...(note !== "" && { note }),
      kernels: installation.kernels,
    };
  },
};

/** Starts tfjs' backend, on memory for threads where it can; says why not where it cannot. */
async function startTfjs(
  tfjsWasm: TfjsWasmModule,
  { wasmPaths, threads, modules }: StartBackendOptions,
): Promise<string> {
  const fix = wasmPaths === undefined ? "see its cause" : "see that wasmPaths names its .wasm files";
  const runs = "wasm" in tf.engine().registry;
  let obstacle = "";
  if (!runs && !modules && threads !== 1) {
    try {
      await shareWasmMemory(tfjsWasm, { wasmPaths });
      await useBackend("wasm", fix);
      return "";
    } catch (cause) {
      if (threads !== undefined) throw notThreaded(threads, cause);
      // One thread is fine too where they were not asked for by number.
      obstacle = `one thread: ${messageOf(cause)}`;
    }
  }
  await useBackend("wasm", fix, async () => {
    if (!runs) await provideTfjsModule(tfjsWasm, { wasmPaths, module: modules?.tfjs });
  });
  return obstacle;
}

async function installKernels({ threads, modules }: StartBackendOptions): Promise<WasmKernels> {
  const options = { threads, module: modules?.kernels };
  try {
    const installation = await installWasmKernels(options);
    if (threads === undefined || threads === installation.threadsWanted) return installation;
    installation.uninstall();
    return await installWasmKernels(options);
  } catch (cause) {
    if (threads === undefined) throw cause;
    throw notThreaded(threads, cause);
  }
}

function notThreaded(threads: number, cause: unknown): BackendError {
  const message = `the backend "wasm" cannot have ${threads} threads: ${messageOf(cause)}`;
  return new BackendError("NOT_AVAILABLE", message, { cause });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function deviceOf({ threads, relaxedSimd, wideSimd }: WasmKernels): string {
  const width = wideSimd ? " of 256 bits" : "";
  const simd = `${relaxedSimd ? "relaxed SIMD" : "SIMD"}${width}`;
  return `WebAssembly with ${simd}, ${threads === 1 ? "one thread" : `${threads} threads`}`;
}
