import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { TestContext } from "vitest";

/** Debian's chromium brings SwiftShader, a Vulkan driver without a GPU, and the loader for it. */
const homes = ["/usr/lib/chromium", "/usr/lib/chromium-browser"];

/**
 * Gives the variables that let a process find a Vulkan driver, or skips the running test and says how to enable it.
 *
 * @returns what `VK_ICD_FILENAMES` names, else the SwiftShader of an installed Chromium
 */
export function requireSwiftShader(context: TestContext): Record<string, string> {
  const { VK_ICD_FILENAMES: named, LD_LIBRARY_PATH: path, CHROMIUM_PATH: browser } = process.env;
  if (named) return { VK_ICD_FILENAMES: named };
  const folders = browser && existsSync(browser) ? [dirname(realpathSync(browser)), ...homes] : homes;
  const home = folders.find((folder) => existsSync(join(folder, "vk_swiftshader_icd.json")));
  if (home === undefined) {
    context.skip(
      "no Vulkan driver here: install chromium, which brings SwiftShader, or set VK_ICD_FILENAMES",
    );
  }
  return {
    VK_ICD_FILENAMES: join(home, "vk_swiftshader_icd.json"),
    LD_LIBRARY_PATH: [home, path].filter(Boolean).join(delimiter),
  };
}
