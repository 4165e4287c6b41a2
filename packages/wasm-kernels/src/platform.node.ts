import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { helperSource } from "./helperSource.ts";
import type { Platform } from "./Platform.ts";

export const platform: Platform = {
  availableThreads: availableParallelism,

  mainThreadMayWait: true,

  whyNotShared: () => undefined,

  startHelper(setup) {
    const worker = new Worker(`const setup = require("node:worker_threads").workerData;${helperSource}`, {
      eval: true,
      workerData: setup,
      // Loaders and inspectors of the main thread are not for this one.
      execArgv: [],
    });
    worker.unref();
    return { terminate: () => void worker.terminate() };
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

  async readTfjsModule(name, path) {
    const file =
      path ?? createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-wasm/wasm-out/${name}`);
    return new Uint8Array(await readFile(file));
  },
};
