import { installWasmKernels, shareWasmMemory } from "@minibatch/wasm-kernels";
import type { WasmKernels } from "@minibatch/wasm-kernels";
import * as tf from "@tensorflow/tfjs-core";
import type { BackendDriver, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { notInstalled } from "./notInstalled.ts";
import { probeLibrary } from "./probeLibrary.ts";
import { useBackend } from "./useBackend.ts";

const library = "@tensorflow/tfjs-backend-wasm";
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
      device: "WebAssembly with SIMD",
    };
  },

  async start({ wasmPaths, threads }: StartBackendOptions) {
    const tfjsWasm = await load();
    if (!(await hasSimd())) throw new BackendError("NOT_AVAILABLE", `${noSimd.reason}: ${noSimd.fix}`);
    const { shared, obstacle } = await shareMemory(tfjsWasm, { wasmPaths, threads });
    await useBackend(
      "wasm",
      "see that its .wasm files are served, and name their folder in wasmPaths",
      () => {
        if (wasmPaths !== undefined && !shared) tfjsWasm.setWasmPaths(wasmPaths);
      },
    );
    const installation = await installKernels(threads);
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

/** Prepares for threads; says whether it did, or why not. Where they were not asked for by number, one thread is fine too. */
async function shareMemory(
  tfjsWasm: Awaited<ReturnType<typeof load>>,
  { wasmPaths, threads }: StartBackendOptions,
): Promise<{ readonly shared: boolean; readonly obstacle: string }> {
  const runs = "wasm" in tf.engine().registry;
  if (runs || threads === 1) return { shared: false, obstacle: "" };
  try {
    await shareWasmMemory(tfjsWasm, { wasmPaths });
    return { shared: true, obstacle: "" };
  } catch (cause) {
    if (threads === undefined) return { shared: false, obstacle: `one thread: ${(cause as Error).message}` };
    throw notThreaded(threads, cause);
  }
}

async function installKernels(threads: number | undefined): Promise<WasmKernels> {
  try {
    const installation = await installWasmKernels({ threads });
    if (threads === undefined || threads === installation.threadsWanted) return installation;
    installation.uninstall();
    return await installWasmKernels({ threads });
  } catch (cause) {
    if (threads === undefined) throw cause;
    throw notThreaded(threads, cause);
  }
}

function notThreaded(threads: number, cause: unknown): BackendError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new BackendError("NOT_AVAILABLE", `the backend "wasm" cannot have ${threads} threads: ${why}`, {
    cause,
  });
}

function deviceOf({ threads, relaxedSimd }: WasmKernels): string {
  const simd = relaxedSimd ? "relaxed SIMD" : "SIMD";
  return `WebAssembly with ${simd}, ${threads === 1 ? "one thread" : `${threads} threads`}`;
}

async function hasSimd(): Promise<boolean> {
  return Boolean(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"));
}

async function load() {
  try {
    return await import("@tensorflow/tfjs-backend-wasm");
  } catch (cause) {
    throw notInstalled(library, cause);
  }
}
