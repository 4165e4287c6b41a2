import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Page, requireChromium, startChromium, temporaryFolder } from "@minibatch/testing";
import { decode } from "fast-png";
import { describe, expect, it, type TestContext } from "vitest";
import { writeReport } from "../src/report/writeReport.ts";
import { runCli } from "./runCli.ts";
import { classificationContents, regressionContents } from "./runContents.ts";

/** What a person sees of a page. */
interface Shown {
  readonly headings: readonly string[];
  /** Width, height and drawn shapes of each chart. */
  readonly charts: readonly { readonly width: number; readonly height: number; readonly shapes: number }[];
  /** The natural width of each image, 0 for one that cannot be shown. */
  readonly images: readonly number[];
  /** Whether it can be read without scrolling sideways. */
  readonly fits: boolean;
}

/**
 * Opens a page in a browser without a network.
 *
 * @returns the page, and what went wrong or was asked for beside the page itself
 */
async function openOffline(context: TestContext, file: string): Promise<{ page: Page; trouble: string[] }> {
  const browser = await startChromium(context);
  const offline = await browser.newContext({ offline: true });
  const page = await offline.newPage();
  const trouble: string[] = [];
  const address = pathToFileURL(file).href;
  page.on("console", (message) => trouble.push(message.text()));
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) trouble.push(request.url());
  });
  await page.goto(address);
  return { page, trouble };
}

async function shownAt(page: Page, width: number): Promise<Shown> {
  await page.setViewportSize({ width, height: 900 });
  return page.evaluate(() => ({
    headings: Array.from(document.querySelectorAll("h2"), (heading) => heading.textContent ?? ""),
    charts: Array.from(document.querySelectorAll("figure svg"), (chart) => {
      const { width, height } = chart.getBoundingClientRect();
      const marks = chart.querySelectorAll("[class*=role-mark] path, [class*=role-mark] text");
      return { width, height, shapes: marks.length };
    }),
    images: Array.from(document.images, ({ naturalWidth }) => naturalWidth),
    fits: document.documentElement.scrollWidth <= window.innerWidth,
  }));
}

describe("report.html, opened in Chromium with no network", () => {
  it("shows every chart and image of a classification, on a desk and on a phone", async (context) => {
    requireChromium(context);
    const cwd = await temporaryFolder();
    const options = ["--limit", "128", "--epochs", "2", "--backend", "wasm", "--quiet", "--out", "run"];
    expect(await runCli(["train", "digits-cnn", ...options], { cwd })).toMatchObject({ code: 0 });
    const file = join(cwd, "run", "report.html");
    expect((await stat(file)).size).toBeLessThan(2e6);
    const { page, trouble } = await openOffline(context, file);
    for (const width of [1200, 390]) {
      const opened = await shownAt(page, width);
      expect(opened.fits).toBe(true);
      expect(opened.headings).toEqual([
        "What it shows",
        "Beside the published result",
        "Learning curves",
        "Confusion matrix",
        "Class by class",
        "Test samples",
        "Worst mistakes",
        "How to repeat this run",
      ]);
      const [curves, matrix, ...others] = opened.charts;
      expect(others).toEqual([]);
      // Two panels with two lines and as many points as epochs on each; a hundred cells, each with its number.
      expect(curves?.shapes).toBe(2 * 2 * (1 + 2));
      expect(matrix?.shapes).toBe(200);
      for (const chart of opened.charts) expect(chart.width).toBeGreaterThan(300);
      expect(opened.images.length).toBeGreaterThan(40);
      expect(new Set(opened.images)).toEqual(new Set([28]));
    }
    expect(trouble).toEqual([]);
  }, 120_000);

  it("shows every chart of a regression", async (context) => {
    requireChromium(context);
    const folder = await temporaryFolder();
    await writeReport(folder, { ...regressionContents, versions: {} });
    const file = join(folder, "report.html");
    expect((await stat(file)).size).toBeLessThan(2e6);
    const { page, trouble } = await openOffline(context, file);
    const opened = await shownAt(page, 1200);
    expect({ trouble, fits: opened.fits, images: opened.images }).toEqual({
      trouble: [],
      fits: true,
      images: [],
    });
    expect(opened.headings).toEqual([
      "Beside the published result",
      "Learning curves",
      "Fitted line",
      "Errors",
      "Residuals",
      "How to repeat this run",
    ]);
    const samples = 404 + 102;
    // A fitted line in each of two panels, and the line of 0, which is no path.
    expect(opened.charts.map(({ shapes }) => shapes)).toEqual([2 * 2 * (1 + 3), samples + 2, samples]);
    for (const { width, height } of opened.charts) expect(Math.min(width, height)).toBeGreaterThan(200);
  }, 120_000);
});

describe("writeReport(folder, sources)", () => {
  it("draws each chart of a classification as SVG and as PNG of twice the size", async () => {
    const folder = await temporaryFolder();
    const charts = ["confusion-matrix", "learning-curves", "test-samples", "worst-mistakes"];
    await writeReport(folder, { ...classificationContents, versions: {} });
    expect((await readdir(join(folder, "plots"))).sort()).toEqual(
      charts.flatMap((name) => [`${name}.png`, `${name}.svg`]),
    );
    for (const name of charts) {
      const svg = await readFile(join(folder, "plots", `${name}.svg`), "utf8");
      const [, width, height] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
      const png = decode(await readFile(join(folder, "plots", `${name}.png`)));
      expect(Math.abs(png.width - 2 * Number(width))).toBeLessThanOrEqual(1);
      expect(Math.abs(png.height - 2 * Number(height))).toBeLessThanOrEqual(1);
    }
  });

  it("draws predicted against actual values where a model takes many features", async () => {
    const folder = await temporaryFolder();
    const { train, test } = regressionContents.predictions;
    const without = ({ y, predicted }: typeof train) => ({ y, predicted });
    const predictions = { train: without(train), test: without(test) };
    await writeReport(folder, { ...regressionContents, predictions, versions: {} });
    expect((await readdir(join(folder, "plots"))).filter((name) => name.endsWith(".png")).sort()).toEqual([
      "learning-curves.png",
      "predicted-actual.png",
      "residuals.png",
    ]);
  });
});
