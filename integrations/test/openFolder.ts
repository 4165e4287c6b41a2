import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Page, startChromium } from "@minibatch/testing";
import { expect, onTestFinished, type TestContext } from "vitest";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder with nothing but the right content types, and opens its index.html in Chromium.
 *
 * @returns the page
 */
export async function openFolder(context: TestContext, folder: string): Promise<Page> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const type = types[extname(path)] ?? "application/octet-stream";
    readFile(join(folder, normalize(path))).then(
      (bytes) => response.writeHead(200, { "Content-Type": type }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return openPage(context, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

/** Opens a page in Chromium; the test fails when it asks another origin for anything. */
export async function openPage(context: TestContext, url: string): Promise<Page> {
  const browser = await startChromium(context);
  const page = await browser.newPage();
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(url).origin)
      elsewhere.push(request.url());
  });
  onTestFinished(() => expect(elsewhere, "requests to other origins").toEqual([]));
  await page.goto(url);
  return page;
}
