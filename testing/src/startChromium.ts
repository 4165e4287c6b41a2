import type { Browser, Page } from "playwright-core";
import { onTestFinished, type TestContext } from "vitest";
import { requireChromium } from "./requireChromium.ts";

export type { Browser, Page };

/** Nothing that asks the network on its own account; tests run as root in containers, where the sandbox cannot. */
export const chromiumArgs: readonly string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** SwiftShader plays the GPU, for WebGL and for WebGPU. */
const emulatedGpu = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--ignore-gpu-blocklist",
];

/**
 * Starts Chromium with an empty profile until the running test has finished; skips the test where there is none.
 *
 * @param context the context that vitest passes to the test
 * @param gpu whether pages get WebGL and WebGPU, computed on the CPU
 * @param args what else Chromium is started with
 */
export async function startChromium(
  context: TestContext,
  gpu = false,
  args: readonly string[] = [],
): Promise<Browser> {
  const executablePath = requireChromium(context);
  // Half a second that tests without a browser need not wait.
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...chromiumArgs, ...(gpu ? emulatedGpu : ["--disable-gpu"]), ...args],
  });
  onTestFinished(() => browser.close());
  return browser;
}
