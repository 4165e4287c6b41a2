import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { type Page, requireMirror, startChromium } from "@minibatch/testing";
import { expect, test, type TestContext } from "vitest";
import { bundle } from "./bundle.ts";
import { type Answer, send, startServer, type TestServer } from "./startServer.ts";
import { tiny, tinyFiles, tinyTable } from "./tinyDataset.ts";

/** What a page or worker is to load. */
interface Order {
  readonly table?: unknown;
  readonly mirror: string;
  readonly offline?: boolean;
}

/** Loads the tiny dataset, or MNIST without a table, by the default cache; says what came and from where. */
const code = `
  import { mnist } from "@minibatch/datasets/mnist";
  import { defineIdxDataset } from "./node_modules/@minibatch/datasets/dist/defineIdxDataset.js";
  async function run({ table, ...options }) {
    const sources = new Set();
    const dataset = table ? defineIdxDataset(table) : mnist;
    try {
      const onProgress = ({ source }) => sources.add(source);
      const { train } = await dataset.load({ ...options, onProgress });
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", train.x.data));
      const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
      return { shape: train.x.shape, sha256, labels: [...train.y.data.subarray(0, 5)], sources: [...sources] };
    } catch (error) {
      return { code: error.code, message: String(error) };
    }
  }
  if (globalThis.document === undefined) onmessage = async ({ data }) => postMessage(await run(data));
  globalThis.run = run;
  if (globalThis.parent !== globalThis) globalThis.parent?.postMessage("ready", "*");`;

const order = { table: tinyTable() };
const { raw } = tiny("train-images.gz");
const expected = {
  shape: [100, 28, 28, 1],
  sha256: createHash("sha256").update(raw.subarray(16)).digest("hex"),
  labels: [...tiny("train-labels.gz").raw.subarray(8, 13)],
};

/** Every page has nothing on it but the bundle. */
async function startSite(): Promise<TestServer> {
  const script = await bundle(code);
  return startServer((request, response) => {
    const isScript = request.url === "/bundle.js";
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" });
    response.end(isScript ? script : '<script type="module" src="/bundle.js"></script>');
  });
}

const serveTiny: Answer = (request, response) => {
  send(tinyFiles[request.url?.split("/").at(-1) ?? ""]?.gz ?? new Uint8Array(0))(request, response);
};

/** What the bundle leaves in a page. */
interface Runner {
  readonly run: (order: Order) => Promise<unknown>;
}

/** Runs an order on the main thread of a page. */
function inPage(page: Page, order: Order): Promise<unknown> {
  return page.evaluate((order) => (globalThis as unknown as Runner).run(order), order);
}

/** Runs an order in a module worker of a page. */
function inWorker(page: Page, order: Order): Promise<unknown> {
  return page.evaluate(
    (order) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("/bundle.js", { type: "module" });
        worker.addEventListener("message", ({ data }) => resolve(data));
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
        worker.postMessage(order);
      }),
    order,
  );
}

async function openSite(context: TestContext): Promise<Page> {
  const browser = await startChromium(context);
  const page = await browser.newPage();
  await page.goto((await startSite()).url);
  return page;
}

const threads = [
  ["on the main thread", inPage],
  ["in a module worker", inWorker],
] as const;

test.for(threads)(
  "load() in Chromium, %s, downloads from another origin, then reads the browser's cache",
  async ([, run], context) => {
    const page = await openSite(context);
    const server = await startServer(serveTiny);
    const from = { ...order, mirror: server.url };
    const addresses = Object.keys(tinyFiles).map((name) => `${server.url}tiny/${name}`);
    expect(await run(page, from)).toEqual({ ...expected, sources: addresses });
    expect(await run(page, { ...from, offline: true })).toEqual({ ...expected, sources: ["cache"] });
    await page.reload();
    expect(await run(page, from)).toEqual({ ...expected, sources: ["cache"] });
    expect(server.requests).toHaveLength(4);
  },
);

test("load() in Chromium replaces what is damaged in the browser's cache", async (context) => {
  const page = await openSite(context);
  const server = await startServer(serveTiny);
  const from = { ...order, mirror: server.url };
  await inPage(page, from);
  const keys = await page.evaluate(async () => {
    const storage = await caches.open("minibatch");
    const keys = await storage.keys();
    if (keys[0]) await storage.put(keys[0], new Response("damaged"));
    return keys.map(({ url }) => new URL(url).pathname);
  });
  expect(keys).toEqual(Object.keys(tinyFiles).map((name) => `/tiny/${name}`));
  expect(await inPage(page, { ...from, offline: true })).toMatchObject({ code: "OFFLINE" });
  expect(await inPage(page, from)).toMatchObject(expected);
  expect(server.requests).toHaveLength(5);
  expect(await inPage(page, { ...from, offline: true })).toMatchObject(expected);
});

test("load() in Chromium goes on where the browser's cache is blocked", async (context) => {
  const page = await openSite(context);
  const server = await startServer(serveTiny);
  // A frame that may run scripts and nothing else has no storage: to name `caches` throws a SecurityError there.
  const found = await page.evaluate(async () => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = "/frame";
    const ready = new Promise((resolve) => addEventListener("message", resolve, { once: true }));
    document.body.append(frame);
    await ready;
    return frame.src;
  });
  const frame = page.frames().find((frame) => frame.url() === found);
  await expect(frame?.evaluate(() => caches.keys())).rejects.toThrow("SecurityError");
  for (let times = 1; times <= 2; times++) {
    const result = await frame?.evaluate((order) => (globalThis as unknown as Runner).run(order), {
      ...order,
      mirror: server.url,
    });
    expect(result).toMatchObject(expected);
    expect(server.requests).toHaveLength(4 * times);
  }
});

test("load() in Chromium goes on where there is no cache at all", async (context) => {
  const page = await openSite(context);
  const server = await startServer(serveTiny);
  await page.evaluate(() => Reflect.deleteProperty(globalThis, "caches"));
  expect(await page.evaluate(() => "caches" in globalThis && globalThis.caches !== undefined)).toBe(false);
  expect(await inPage(page, { ...order, mirror: server.url })).toMatchObject(expected);
});

test("mnist.load() in Chromium loads the real files in a worker", async (context) => {
  const mirror = requireMirror(context);
  const page = await openSite(context);
  const server = await startServer((request, response) => {
    createReadStream(join(mirror, request.url ?? "")).pipe(response);
  });
  const from = { mirror: server.url };
  const result = { shape: [60_000, 28, 28, 1], labels: [5, 0, 4, 1, 9] };
  expect(await inWorker(page, from)).toMatchObject(result);
  expect(await inWorker(page, { ...from, offline: true })).toMatchObject({ ...result, sources: ["cache"] });
});
