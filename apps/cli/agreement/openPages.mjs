import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * Starts Chromium for pages on this disk.
 *
 * @returns its version, and what opens a page with the network off; `undefined` where there is no Chromium
 */
export async function openPages() {
  const executablePath = process.env.CHROMIUM_PATH ?? pathOf("chromium") ?? pathOf("google-chrome");
  if (executablePath === undefined) return undefined;
  const testing = createRequire(new URL("../../../testing/package.json", import.meta.url));
  const { chromium } = testing("playwright-core");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  return {
    version: browser.version().split(".")[0],
    async open(file) {
      const page = await browser.newPage({ locale: "en-US", offline: true });
      page.on("pageerror", (error) => {
        throw error;
      });
      await page.goto(pathToFileURL(file).href);
      return page;
    },
    close: () => browser.close(),
  };
}

function pathOf(program) {
  try {
    return execFileSync("sh", ["-c", `command -v ${program}`], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
