import { helperSource } from "./helperSource.ts";
import type { Platform } from "./Platform.ts";

export const platform: Platform = {
  availableThreads: () => globalThis.navigator?.hardwareConcurrency ?? 1,

  // A page may not block; a worker may.
  mainThreadMayWait: typeof document === "undefined",

  whyNotShared() {
    if (globalThis.crossOriginIsolated) return undefined;
    if (typeof Worker === "undefined") return "this runtime has no threads";
    return "this page is not cross-origin isolated: serve it with the headers Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp";
  },

  startHelper(setup) {
    const source = `onmessage = ({ data: setup }) => { const tell = (text) => postMessage(text); ${helperSource} };`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    worker.postMessage(setup, []);
    return {
      onUp(listener) {
        worker.addEventListener("message", () => listener(), { once: true });
      },
      onGone(listener) {
        // A policy that forbids the worker gives no message.
        const why = "the page's Content-Security-Policy may lack worker-src blob:";
        worker.addEventListener("error", ({ message }) => listener(message || why), { once: true });
      },
      release() {},
      terminate: () => worker.terminate(),
    };
  },

  async compileFused(bytes) {
    return WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : undefined;
  },

  // A page cannot set the engine's flags.
  async compileWide() {
    return undefined;
  },

  async gunzip(bytes) {
    if (typeof DecompressionStream === "undefined") return (await import("./gunzip.ts")).gunzip(bytes);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },

  async readTfjsModule(path) {
    // A server that does not answer must not hold the start up for ever.
    const response = await fetch(path, { signal: AbortSignal.timeout(60_000) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  },
};
