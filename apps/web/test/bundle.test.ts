import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { buildApp } from "./buildApp.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** What the first view may load, before TensorFlow.js, which only workers load. */
const budget = 150_000;

it(
  "the first view loads at most 150 kB of JavaScript, gzipped, and no TensorFlow.js",
  patience,
  async (context) => {
    const { page, url } = await openApp(context);
    await page.waitForSelector("button.primary");
    const names = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    const scripts = [...new Set(names.filter((name) => name.endsWith(".js")))];
    const folder = await buildApp();
    const files = await Promise.all(scripts.map((name) => readFile(join(folder, name.slice(url.length)))));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(scripts.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(budget);
    expect(files.join("\n")).not.toMatch(/tensorflow|tfjs_backend|WebGLRenderingContext/);
  },
);
