import { importInstalled } from "./importInstalled.node.ts";
import { node } from "./node.node.ts";
import { openDawn, publishDawn } from "./dawn.node.ts";
import type { Platform } from "./Platform.ts";

/** What Node does. */
export const platform: Platform = {
  node,
  openGpu: openDawn,
  publishGpu: publishDawn,
  gpuFix:
    "install a Vulkan driver (libvulkan1 and your GPU's), or let VK_ICD_FILENAMES name the .json of one, such as Chromium's vk_swiftshader_icd.json",
  importManaged: (library, folder) => importInstalled(library, "webgpu", folder),
};
