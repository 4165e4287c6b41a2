import { BackendError } from "./BackendError.ts";
import type { Gpu } from "./Gpu.ts";
import { nodeElsewhere } from "./nodeElsewhere.ts";
import { notPassed } from "./notPassed.ts";
import type { Platform } from "./Platform.ts";

/** What browsers and workers do, however their bundlers find packages. */
export const inBrowsers: Omit<Platform, "importTfjsWasm"> = {
  node: nodeElsewhere,
  async openGpu() {
    const { gpu } = globalThis.navigator as { readonly gpu?: Gpu };
    if (!gpu)
      throw new BackendError(
        "NOT_AVAILABLE",
        "this browser has no WebGPU, or the page is not served by https or localhost",
      );
    return gpu;
  },
  publishGpu() {
    // It stands where tfjs looks for it.
  },
  gpuFix: "use Chrome or Edge 113, Safari 26, Firefox 141 or newer, with a GPU that they support",
  // In the bundle or not: only loading tells.
  isInstalled: () => undefined,
  async importWebgpu() {
    throw notPassed("webgpu", "@tensorflow/tfjs-backend-webgpu");
  },
};
