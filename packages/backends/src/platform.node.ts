import { importInstalled } from "./importInstalled.node.ts";
import { importTfjsWasm } from "./importTfjsWasm.ts";
import { node } from "./node.node.ts";
import { openDawn, publishDawn } from "./dawn.node.ts";
import type { Platform } from "./Platform.ts";
import { resolveInstalled } from "./resolveInstalled.node.ts";

/** What Node does. */
export const platform: Platform = {
  node,
  openGpu: openDawn,
  publishGpu: publishDawn,
  gpuFix:
    "install a Vulkan driver (libvulkan1 and your GPU's), or let VK_ICD_FILENAMES name the .json of one, such as Chromium's vk_swiftshader_icd.json",
  isInstalled(library) {
    if (resolveInstalled(library, "") !== undefined) return true;
    // A bundle holds its libraries. Bun would install what is missing.
    return process.versions["bun"] === undefined ? undefined : false;
  },
  importWebgpu: (folder) => importInstalled("@tensorflow/tfjs-backend-webgpu", "webgpu", folder),
  importTfjsWasm,
};
