import { inBrowsers } from "./inBrowsers.ts";
import { notInstalled } from "./notInstalled.ts";
import type { Platform } from "./Platform.ts";

/**
 * Where packages are found by rules that are neither Node's nor those for browsers, as Rollup's where it is told nothing, or
 * those of an import map: most likely a browser, for which nobody took out tfjs' imports of Node's modules.
 */
export const platform: Platform = {
  ...inBrowsers,
  async importTfjsWasm() {
    try {
      return await import("@minibatch/wasm-kernels/internal/tfjs-backend");
    } catch (cause) {
      throw notInstalled("@minibatch/wasm-kernels", cause);
    }
  },
};
