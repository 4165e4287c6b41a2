import type * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import type { listBackends, startBackend } from "../src/index.ts";
import { conformanceSpecs, type runConformance } from "../src/testing.ts";
import { openPage } from "./openPage.ts";
import { requireTestBackends } from "./requireTestBackends.ts";

/** Leaves in the page what the tests call. */
const code = `
  import * as backends from "../../src/index.ts";
  import { runConformance } from "../../src/testing.ts";
  import * as tf from "@tensorflow/tfjs-core";
  const libraries = {
    webgl: () => import("@tensorflow/tfjs-backend-webgl"),
    webgpu: () => import("@tensorflow/tfjs-backend-webgpu"),
  };
  const startBackend = (name, options) => backends.startBackend(name, { ...options, libraries });
  const listBackends = (options) => backends.listBackends({ ...options, libraries });
  Object.assign(globalThis, { tf, listBackends, startBackend, runConformance });`;

interface PageGlobals {
  readonly listBackends: typeof listBackends;
  readonly startBackend: typeof startBackend;
  readonly runConformance: typeof runConformance;
  readonly tf: typeof tf;
}

const cases = [
  ["cpu", {}, /JavaScript/],
  ["wasm", { threads: 1 }, /one thread/],
  ["wasm", { threads: 2 }, /2 threads/],
  ["wasm", { threads: 2, wasmPaths: "/wasm/" }, /2 threads/],
  ["webgl", {}, /WebGL on .*SwiftShader/],
  ["webgpu", {}, /WebGPU on .*swiftshader/i],
] as const;

it.for(cases)(
  `conformance of %s in Chromium, %j: all ${conformanceSpecs.length} specs`,
  { timeout: 600_000 },
  async ([name, options, device], context) => {
    if (name.startsWith("webg")) requireTestBackends(context);
    const page = await openPage(code, context);
    const outcome = await page.evaluate(
      async ({ name, options }) => {
        const { listBackends, runConformance, startBackend } = globalThis as unknown as PageGlobals;
        const status = (await listBackends(options)).find((status) => status.name === name);
        if (!status?.available) return { status };
        const { device } = await startBackend(name, options);
        return { status, device, results: await runConformance() };
      },
      { name, options },
    );
    // A Chromium may have no GPU, not even an emulated one; JavaScript and WebAssembly it has.
    if (!outcome.results && name.startsWith("webg")) {
      context.skip(`this Chromium has no ${name}: ${outcome.status?.reason}`);
      return;
    }
    expect(outcome.results, outcome.status?.reason).toHaveLength(conformanceSpecs.length);
    expect(outcome.results?.filter(({ error }) => error !== "")).toEqual([]);
    expect(outcome.device).toMatch(device);
  },
);

it("wasm gives in Chromium with two threads, a worker among them, the weights of one, bit for bit", {
  timeout: 120_000,
}, async (context) => {
  const page = await openPage(code, context);
  const start = (threads: number) =>
    page.evaluate(async (threads) => {
      const { startBackend } = globalThis as unknown as PageGlobals;
      return (await startBackend("wasm", { threads })).device;
    }, threads);
  const weights = () =>
    page.evaluate(async () => {
      const { tf } = globalThis as unknown as PageGlobals;
      const wave = (shape: [number, number, number, number]) =>
        tf.reshape<tf.Rank.R4>(tf.sin(tf.range(0, tf.util.sizeFromShape(shape))), shape);
      const filter = tf.variable(wave([3, 3, 16, 24]));
      const x = wave([16, 14, 14, 16]);
      const optimizer = tf.train.sgd(1e-4);
      for (let step = 0; step < 30; step += 1) {
        optimizer.minimize(() => tf.mean(tf.square(tf.conv2d(x, filter, 1, "same"))));
        // The worker joins when the page lets it load.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return [...(await filter.data())];
    });
  const worker = page.waitForEvent("worker");
  expect(await start(2)).toMatch(/2 threads/);
  await worker;
  const two = await weights();
  expect(await start(1)).toMatch(/one thread/);
  expect(two).toEqual(await weights());
});

it("a lost WebGL context makes reads fail with DEVICE_LOST in Chromium, and the backend starts again", async (context) => {
  const page = await openPage(code, context);
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
