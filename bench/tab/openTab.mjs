import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findRecipe } from "@minibatch/recipes";
import { speedOf } from "./speedOf.mjs";

const app = new URL("../../apps/web/", import.meta.url);

/** Keeps what workers report of training, with the time at which the page hears of it. */
function listen() {
  const heard = [];
  globalThis.heardOfTraining = heard;
  globalThis.Worker = class extends globalThis.Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        const { type, event } = data ?? {};
        if (type !== "event") return;
        if (event.type === "backend") heard.push({ device: event.backend.device });
        if (event.type === "batch") heard.push({ batch: event.batch, at: performance.now() });
      });
    }
  };
}

/**
 * Builds the web app, serves it and opens it in Chromium.
 *
 * @returns what trains there; `threads()` says how many compute, after the first time
 */
export async function openTab() {
  const work = mkdtempSync(join(tmpdir(), "minibatch-tab-"));
  const { build, preview } = await import(new URL("node_modules/vite/dist/node/index.js", app).href);
  const { chromium } = createRequire(new URL("../../testing/package.json", import.meta.url))(
    "playwright-core",
  );
  const config = {
    root: fileURLToPath(app),
    logLevel: "error",
    build: { outDir: join(work, "app"), emptyOutDir: true },
    preview: { host: "127.0.0.1", port: 0 },
  };
  await build(config);
  const server = await preview(config);
  const executablePath =
    process.env["CHROMIUM_PATH"] || execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const { port } = server.httpServer.address();
  let threads;
  return {
    threads: () => threads,
    async train(recipe, steps) {
      const { batchSize } = findRecipe(recipe).schedule;
      // A profile of its own, so that no run of before waits to go on.
      const context = await browser.newContext({ locale: "en-US" });
      context.setDefaultTimeout(600_000);
      const page = await context.newPage();
      await page.addInitScript(listen);
      const settings = `recipe=${recipe}&epochs=1&limit=${steps * batchSize}&backend=wasm`;
      await page.goto(`http://127.0.0.1:${port}/#/train?${settings}`);
      await page.getByRole("button", { name: "Start training", exact: true }).click();
      const done = (steps) => globalThis.heardOfTraining.some(({ batch }) => batch === steps);
      await page.waitForFunction(done, steps, { polling: 100 });
      const heard = await page.evaluate(() => globalThis.heardOfTraining);
      await context.close();
      const { device } = heard.find((entry) => entry.device);
      threads = Number(/(\d+) threads/.exec(device)?.[1] ?? 1);
      return { device, samplesPerSecond: speedOf(heard, batchSize) };
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}
