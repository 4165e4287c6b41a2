import type { Browser, Page } from "playwright-core";
import { onTestFinished, type TestContext } from "vitest";
import { requireChromium } from "./requireChromium.ts";

export type { Browser, Page };

/** Nothing that asks the network on its own account; tests run as root in containers, where the sandbox cannot. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts Chromium with an empty profile until the running test has finished; skips the test where there is none.
 *
 * @param context the context that vitest passes to the test
 */
export async function startChromium(context: TestContext): Promise<Browser> {
  const executablePath = requireChromium(context);
  // Half a second that tests without a browser need not wait.
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath, headless: true, args });
  onTestFinished(() => browser.close());
  return browser;
}
