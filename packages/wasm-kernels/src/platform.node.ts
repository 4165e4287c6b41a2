import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { compileWideKernels } from "./compileWideKernels.node.ts";
import { helperSource } from "./helperSource.ts";
import type { Platform } from "./Platform.ts";

export const platform: Platform = {
  availableThreads: availableParallelism,

  mainThreadMayWait: true,

  whyNotShared: () => undefined,

  startHelper(setup) {
    const program = `
      const { parentPort, workerData: setup } = require("node:worker_threads");
      const tell = (text) => parentPort.postMessage(text);
      ${helperSource}`;
    // Loaders and inspectors of the main thread are not for this one.
    const worker = new Worker(program, { eval: true, workerData: setup, execArgv: [] });
    return {
      onUp(listener) {
        worker.once("message", listener);
      },
      onGone(listener) {
        let reason = "";
        worker.once("error", (error) => {
          reason = String(error);
          listener(reason);
        });
        worker.once("exit", (code) => {
          if (reason === "") listener(`it ended with exit code ${code}`);
        });
      },
      release: () => worker.unref(),
      terminate: () => void worker.terminate(),
    };
  },

  async compileFused(bytes) {
    if (WebAssembly.validate(bytes)) return WebAssembly.compile(bytes);
    // Node 20 has relaxed SIMD behind a flag of V8, which it reads when a module is compiled: so the flag need not stay
    // set for longer than that. Only a V8 that knows it takes it; 22 and later need none.
    if (!process.versions.node.startsWith("20.")) return undefined;
    const flag = "experimental-wasm-relaxed-simd";
    setFlagsFromString(`--${flag}`);
    try {
      return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
    } finally {
      setFlagsFromString(`--no-${flag}`);
    }
  },

  compileWide: compileWideKernels,

  // A stream would take 40 ms to begin with.
  gunzip: async (bytes) => new Uint8Array(gunzipSync(bytes)),

  async readTfjsModule(path) {
    return new Uint8Array(await readFile(path));
  },
};
