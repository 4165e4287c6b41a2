import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { type Page, startChromium } from "@minibatch/testing";
import { onTestFinished, type TestContext } from "vitest";
import { bundle } from "./bundle.ts";

const wasmFiles = join(
  dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm")),
  "..",
  "wasm-out",
);

/**
 * Opens a page in Chromium with nothing but a bundle, cross-origin isolated so that memory can be shared, and with the GPUs
 * that the CPU plays. tfjs' .wasm files lie at `/wasm/`.
 *
 * @param code the module, as `bundle` takes it; leaves something called runConformance in the page
 */
export async function openPage(code: string, context: TestContext): Promise<Page> {
  const browser = await startChromium(context, { gpu: true });
  const script = await bundle(code, "browser");
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const type = path.endsWith(".wasm")
      ? "application/wasm"
      : path.endsWith("js")
        ? "text/javascript"
        : "text/html";
    response.writeHead(200, {
      "Content-Type": type,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    if (path === "/bundle.js") createReadStream(script).pipe(response);
    else if (path.startsWith("/wasm/")) createReadStream(join(wasmFiles, path.slice(6))).pipe(response);
    else response.end('<script type="module" src="/bundle.js"></script>');
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => "runConformance" in globalThis);
  return page;
}
