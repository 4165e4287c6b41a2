import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserServer } from "playwright-core";
import type { TestProject } from "vitest/node";
import { chromiumArgs } from "./chromiumArgs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** An address that answers with that of a running Chromium; `?program=` says where its program is. */
    readonly runBrowser: string;
  }
}

/** Vitest's global set-up: starts Chromium when the first test asks for it, once for all test files of a run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  let browser: Promise<BrowserServer> | undefined;
  const start = async (program: string): Promise<BrowserServer> => {
    const { chromium } = await import("playwright-core");
    const args = [...chromiumArgs, "--disable-gpu"];
    const started = await chromium.launchServer({ executablePath: program, headless: true, args });
    // Who asks after one has crashed gets another one.
    started.on("close", () => {
      browser = undefined;
    });
    return started;
  };
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://localhost");
    browser ??= start(searchParams.get("program") ?? "");
    browser.then(
      (started) => response.end(started.wsEndpoint()),
      (error: unknown) => {
        browser = undefined;
        response.writeHead(500).end(String(error));
      },
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  provide("runBrowser", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await (await browser)?.close();
  };
}
