import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { onTestFinished, type TestContext } from "vitest";
import { chromiumArgs } from "./chromiumArgs.ts";
import { requireChromium } from "./requireChromium.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/**
 * Starts Chromium with a profile in which a person has set something, until the running test has finished; skips the test where there is
 * none.
 *
 * @param preferences as they stand in the profile's file, such as `{ profile: { cookie_controls_mode: 1 } }`
 */
export async function startProfile(
  context: TestContext,
  preferences: Readonly<Record<string, unknown>>,
): Promise<BrowserContext> {
  const executablePath = requireChromium(context);
  const { chromium } = await import("playwright-core");
  const folder = await temporaryFolder();
  await mkdir(join(folder, "Default"));
  await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  const browser = await chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: [...chromiumArgs, "--disable-gpu"],
    locale: "en-US",
  });
  onTestFinished(() => browser.close());
  return browser;
}
