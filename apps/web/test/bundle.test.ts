import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildApp } from "./buildApp.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** What the first view may load before anything is trained. */
const budget = 60_000;

it(
  "the first view writes a digit and says what it reads with at most 60 kB of script, gzipped, and no worker",
  patience,
  async (context) => {
    const { page, url } = await openApp(context);
    await page.getByText(/The network reads 2, \d/).waitFor();
    // It moves: the bars follow the pen of the next one from nothing to its answer.
    const moments = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const read = document.querySelector(".read");
          const seen = new Set<string>();
          const look = (): void => {
            seen.add(read?.querySelector(".probabilities")?.textContent ?? "");
            if (/reads 5/.test(read?.textContent ?? "")) resolve(seen.size);
          };
          const whatever = { subtree: true, childList: true, characterData: true };
          if (read) new MutationObserver(look).observe(read, whatever);
          read?.querySelector("button")?.click();
        }),
    );
    expect(moments).toBeGreaterThanOrEqual(2);
    expect(page.workers()).toEqual([]);

    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const scripts = [...new Set(names.filter((name) => name.endsWith(".js")))].filter(
      // Fetched by itself, behind the page: it keeps the app for use without a network.
      (name) => !name.endsWith("service-worker.js"),
    );
    const folder = await buildApp();
    const files = await Promise.all(scripts.map((name) => readFile(join(folder, name.slice(url.length)))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(budget);
    expect(files.join("\n")).not.toMatch(/tensorflow|tfjs_backend|WebGLRenderingContext/);
  },
);
