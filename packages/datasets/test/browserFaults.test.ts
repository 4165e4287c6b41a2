import { createHash } from "node:crypto";
import { startChromium } from "@minibatch/testing";
import { expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { faults, firstThen } from "./serverFaults.ts";
import { closedPort, send, startServer } from "./startServer.ts";
import { hastyTransfer, tiny, tinyTable } from "./tinyDataset.ts";

/** What a page is to load. */
interface Order {
  readonly table: unknown;
  readonly transfer: unknown;
}

/** Loads into an empty cache of the browser; says how it ended, and which files the cache holds whole. */
const code = `
  import { browserCache, clearCache, verifyCache } from "@minibatch/datasets";
  import { defineIdxDataset } from "./node_modules/@minibatch/datasets/dist/defineIdxDataset.js";
  globalThis.run = async ({ table, transfer }) => {
    const dataset = defineIdxDataset(table, transfer);
    const cache = browserCache();
    await clearCache(cache, dataset);
    const outcome = await dataset.load({ cache }).then(
      async ({ train }) => {
        const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", train.x.data));
        return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
      },
      (error) => error.code ?? String(error),
    );
    const states = (await verifyCache(cache, dataset)).map(({ state }) => state);
    return { outcome, states };
  };`;

const sha256 = createHash("sha256").update(tiny("train-images.gz").raw.subarray(16)).digest("hex");
const whole = Array<string>(4).fill("whole");

test("load() in Chromium from servers that misbehave ends as it does in Node", {
  timeout: 120_000,
}, async (context) => {
  const browser = await startChromium(context);
  const script = await bundle(code);
  const site = await startServer((request, response) => {
    const isScript = request.url === "/bundle.js";
    response.writeHead(200, { "Content-Type": isScript ? "text/javascript" : "text/html" });
    response.end(isScript ? script : '<script type="module" src="/bundle.js"></script>');
  });
  const page = await browser.newPage();
  await page.goto(site.url);
  const load = (...mirrors: string[]): Promise<{ outcome: string; states: string[] }> =>
    page.evaluate(
      (order) => (globalThis as unknown as { run: (order: Order) => Promise<never> }).run(order),
      { table: tinyTable(mirrors), transfer: hastyTransfer },
    );

  for (const [fault, alone, first, then] of faults) {
    const [bad, good] = [await startServer(firstThen(first, then)), await startServer(firstThen(send))];
    expect(await load(bad.url, good.url), `${fault}, with a good one`).toEqual({
      outcome: sha256,
      states: whole,
    });
    const again = await startServer(firstThen(first, then));
    const { outcome, states } = await load(again.url);
    expect(outcome, `${fault}, alone`).toBe(alone === "loaded" ? sha256 : alone);
    expect(states, `${fault}, alone`).not.toContain("damaged");
  }
  expect(await load(await closedPort())).toEqual({
    outcome: "DOWNLOAD_FAILED",
    states: Array(4).fill("missing"),
  });
});
