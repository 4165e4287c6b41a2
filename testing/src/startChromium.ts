import type { Browser, Locator, Page } from "playwright-core";
import { inject, onTestFinished, type TestContext } from "vitest";
import { chromiumArgs } from "./chromiumArgs.ts";
import { findProgram } from "./findProgram.ts";
import { requireChromium } from "./requireChromium.ts";

export type { Browser, Locator, Page };

/** SwiftShader plays the GPU, for WebGL and for WebGPU. */
const emulatedGpu = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--ignore-gpu-blocklist",
];

/** Which Chromium a test needs. */
export interface ChromiumOptions {
  /**
   * Whether pages get WebGL and WebGPU, computed on the CPU, in a Chromium of the test's own.
   *
   * @default false
   */
  readonly gpu?: boolean | undefined;
  /**
   * What a Chromium of the test's own is started with.
   *
   * @default nothing
   */
  readonly args?: readonly string[] | undefined;
  /**
   * Whether the pages of other tests must be in another Chromium.
   *
   * @default false
   */
  readonly alone?: boolean | undefined;
}

/**
 * Gives the Chromium of the run, with nothing kept from other tests, until the running test has finished; skips the test where there is
 * none. Names that end in `.test` are this machine.
 *
 * @param context the context that vitest passes to the test
 */
export async function startChromium(
  context: TestContext,
  { gpu = false, args = [], alone = false }: ChromiumOptions = {},
): Promise<Browser> {
  const found = requireChromium(context);
  // Half a second that tests without a browser need not wait.
  const { chromium } = await import("playwright-core");
  const own = [...chromiumArgs, ...(gpu ? emulatedGpu : ["--disable-gpu"]), ...args];
  // What arguments ask for, such as a camera, is tried with a whole browser alone.
  const whole = alone || args.length > 0;
  const executablePath = whole ? found : withoutWindows(found);
  const browser =
    whole || gpu
      ? await chromium.launch({ executablePath, headless: true, args: own })
      : await chromium.connect(await addressOf(executablePath));
  onTestFinished(() => browser.close());
  return browser;
}

/** Debian has a Chromium that draws no windows of its own, as Playwright's: pages take a fifth less of the processor in it. */
function withoutWindows(program: string): string {
  const named = process.env["CHROMIUM_PATH"];
  return named ? program : (findProgram(["chromium-headless-shell"]) ?? program);
}

/** The address of the Chromium that the run has. */
async function addressOf(program: string): Promise<string> {
  const response = await fetch(`${inject("runBrowser")}/?program=${encodeURIComponent(program)}`);
  const answer = await response.text();
  if (!response.ok) throw new Error(`Chromium did not start: ${answer}`);
  return answer;
}
