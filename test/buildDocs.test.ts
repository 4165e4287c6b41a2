import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { madeOnce, startChromium, temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { axeChecks } from "../apps/web/test/axeChecks.ts";
import { buildDocs } from "../scripts/buildDocs.mjs";
import { publicPackages } from "../scripts/publicPackages.mjs";
import { readDeclarations } from "../scripts/readDeclarations.mjs";

/** The site, which no test changes. */
const builtSite = (): Promise<string> => madeOnce("docs-site", async (folder) => buildDocs(folder));

it("buildDocs(folder) writes pages whose links lead to pages, and headings, that are there", async () => {
  const folder = await temporaryFolder();
  const pages = buildDocs(folder);
  expect(pages).toEqual(expect.arrayContaining(["index.html", "zh/index.html", "guides/1-data.html"]));
  const html = new Map(pages.map((page) => [page, readFileSync(join(folder, page), "utf8")]));
  const broken = [...html].flatMap(([page, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)]
      .map(([, href = ""]) => href)
      .filter((href) => !/^https?:/.test(href))
      .filter((href) => {
        const [path = "", hash] = href.split("#");
        if (/\.(?:css|js|png)$/.test(path)) return !existsSync(join(folder, posix.dirname(page), path));
        const target = html.get(path === "" ? page : posix.join(posix.dirname(page), path));
        return target === undefined || (hash !== undefined && !target.includes(` id="${hash}"`));
      })
      .map((href) => `${page}: ${href}`),
  );
  expect(broken).toEqual([]);
});

it("buildDocs(folder) gives everything that a package exports a heading", async () => {
  const folder = await builtSite();
  for (const { folder: home, short, manifest } of publicPackages()) {
    const page = readFileSync(join(folder, "packages", `${short}.html`), "utf8");
    const names = readDeclarations(join(home, manifest.exports["."].types));
    const missing = names.filter(({ exported, name }) => exported && !page.includes(`>${name}</h3>`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  }
});

it("a page of the site finds what a package exports and what a term means, by the keyboard, from a file and without a network", {
  timeout: 300_000,
}, async (context) => {
  const folder = await builtSite();
  const browser = await startChromium(context);
  const tab = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  const page = await tab.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("requestfailed", (request) => {
    // axe-core reads style sheets for itself, which a page that is a file may not.
    if (request.resourceType() !== "xhr" && request.resourceType() !== "fetch") faults.push(request.url());
  });
  const open = (name: string) => page.goto(pathToFileURL(join(folder, name)).href);
  const address = () => page.evaluate(() => location.pathname.split("/").slice(-2).join("/") + location.hash);

  await open("guides/2-gradient-descent.html");
  await page.keyboard.press("/");
  await page.keyboard.type("fit");
  const first = page.locator("#results [aria-selected=true]");
  await first.getByText("fit", { exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await expect.poll(address).toBe("packages/training.html#fit");

  await page.locator("#search").fill("learning rate");
  await first.getByText("How far each step goes").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect.poll(address).toContain("glossary.html#learning-rate");
  await page.locator("#search").fill("zzzz");
  await page.getByText("Nothing found").waitFor();

  // A term where a page first uses it; Escape takes its card away.
  await open("zh/guides/2-gradient-descent.html");
  const term = page.locator(".term", { hasText: "学习率" }).first();
  await term.locator("a").focus();
  await expect.poll(() => term.getByRole("tooltip").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(() => term.getByRole("tooltip").isVisible()).toBe(false);
  expect(await page.locator('.term a[href$="#loss"]').count()).toBe(1);

  const pages = [
    "guides/2-gradient-descent.html",
    "packages/models.html",
    "zh/glossary.html",
    "benchmarks.html",
  ];
  const violations: string[] = [];
  for (const name of [...pages, "reproduction.html"]) {
    await open(name);
    const { check, found } = await axeChecks(page);
    for (const theme of ["light", "dark"]) {
      await page.locator("#theme").selectOption(theme);
      await check(`${name} ${theme}`);
    }
    violations.push(...found);
  }
  expect(violations).toEqual([]);
  // On a phone there is room for what one searches, numbers of tables stay whole, and charts are not drawn smaller than one reads.
  await page.setViewportSize({ width: 360, height: 700 });
  for (const name of ["zh/guides/11-beyond-the-course.html", "benchmarks.html", "reproduction.html"]) {
    await open(name);
    const narrow = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth,
      search: document.querySelector("#search")?.clientWidth ?? 0,
      broken: [...document.querySelectorAll("td[align=right]")].filter((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
      }).length,
      letters: [...document.querySelectorAll("figure svg")].map(
        (drawing) => 13 * ((drawing as SVGSVGElement).getScreenCTM()?.a ?? 0),
      ),
    }));
    expect(narrow.page, name).toBeLessThanOrEqual(360);
    expect(narrow.search, name).toBeGreaterThan(250);
    expect(narrow.broken, name).toBe(0);
    expect(Math.min(13, ...narrow.letters), name).toBeGreaterThan(9);
  }
  expect(faults).toEqual([]);
});

it("the charts of the benchmarks and the reproduction show each engine and each recipe with its figure", async () => {
  const folder = await builtSite();
  const labels = (name: string): string =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/<svg[^>]* aria-label="([^"]*)"/g)]
      .map(([, label]) => label)
      .join("\n");
  const results = readFileSync("bench/training/RESULTS.md", "utf8");
  const [, ours = ""] = /^\| minibatch-wasm, 2 threads \| ([\d,]+) \|/m.exec(results) ?? [];
  expect(labels("benchmarks.html")).toContain(`minibatch-wasm, 2 threads ${ours}`);
  const recipes = JSON.parse(readFileSync("docs/reproduction.json", "utf8"));
  const { figures } = recipes.find(({ recipe }: { readonly recipe: string }) => recipe === "mnist-softmax");
  const points = ((figures[0].measured - figures[0].published) * 100).toFixed(2).replace("-", "−");
  expect(labels("reproduction.html")).toContain(`mnist-softmax ${points}`);
});
