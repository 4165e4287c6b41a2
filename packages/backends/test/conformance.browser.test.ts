import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { type Page, startChromium } from "@minibatch/testing";
import type * as tf from "@tensorflow/tfjs-core";
import { expect, it, onTestFinished } from "vitest";
import type { listBackends, startBackend } from "../src/index.ts";
import { conformanceSpecs, type runConformance } from "../src/testing.ts";
import { bundle } from "./bundle.ts";
import { requireTestBackends } from "./requireTestBackends.ts";

/** Leaves in the page what the tests call. */
const code = `
  import { listBackends, startBackend } from "../../src/index.ts";
  import { runConformance } from "../../src/testing.ts";
  import * as tf from "@tensorflow/tfjs-core";
  Object.assign(globalThis, { tf, listBackends, startBackend, runConformance });`;

interface PageGlobals {
  readonly listBackends: typeof listBackends;
  readonly startBackend: typeof startBackend;
  readonly runConformance: typeof runConformance;
  readonly tf: typeof tf;
}

const wasmFiles = join(
  dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm")),
  "..",
  "wasm-out",
);

/** A page with nothing but the bundle, cross-origin isolated so that memory can be shared. */
async function openPage(context: Parameters<typeof startChromium>[0]): Promise<Page> {
  const browser = await startChromium(context, true);
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

const cases = [
  ["cpu", {}, /JavaScript/],
  ["wasm", { threads: 1, wasmPaths: "/wasm/" }, /one thread/],
  ["wasm", { threads: 2, wasmPaths: "/wasm/" }, /2 threads/],
  ["webgl", {}, /WebGL on .*SwiftShader/],
  ["webgpu", {}, /WebGPU on .*swiftshader/i],
] as const;

it.for(cases)(
  `conformance of %s in Chromium, %j: all ${conformanceSpecs.length} specs`,
  { timeout: 300_000 },
  async ([name, options, device], context) => {
    if (name.startsWith("webg")) requireTestBackends(context);
    const page = await openPage(context);
    const outcome = await page.evaluate(
      async ({ name, options }) => {
        const { listBackends, runConformance, startBackend } = globalThis as unknown as PageGlobals;
        const status = (await listBackends()).find((status) => status.name === name);
        if (!status?.available) return { status };
        const { device } = await startBackend(name, options);
        return { status, device, results: await runConformance() };
      },
      { name, options },
    );
    if (!outcome.results) {
      context.skip(`this Chromium has no ${name}: ${outcome.status?.reason}`);
      return;
    }
    expect(outcome.device).toMatch(device);
    expect(outcome.results.filter(({ error }) => error !== "")).toEqual([]);
    expect(outcome.results).toHaveLength(conformanceSpecs.length);
  },
);

it("a lost WebGL context makes reads fail with DEVICE_LOST in Chromium, and the backend starts again", async (context) => {
  const page = await openPage(context);
  const outcome = await page.evaluate(async () => {
    const { startBackend, tf } = globalThis as unknown as PageGlobals;
    await startBackend("webgl", {});
    const doubled = tf.mul(tf.tensor1d([1, 2]), tf.ones([2]));
    const { canvas, gpgpu } = tf.backend() as unknown as {
      canvas: EventTarget;
      gpgpu: { gl: WebGL2RenderingContext };
    };
    const lost = new Promise((resolve) => canvas.addEventListener("webglcontextlost", resolve));
    gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
    await lost;
    const { code } = (await doubled.data().catch((error: unknown) => error)) as { code?: string };
    await startBackend("webgl", {});
    return { code, again: [...(await tf.mul(tf.tensor1d([1, 2]), 2).data())] };
  });
  expect(outcome).toEqual({ code: "DEVICE_LOST", again: [2, 4] });
});
