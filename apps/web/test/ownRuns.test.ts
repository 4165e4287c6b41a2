import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Page, requireChromium, temporaryFolder } from "@minibatch/testing";
import { seededRandom } from "@minibatch/training";
import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { axeChecks } from "./axeChecks.ts";
import { bitmap } from "./bitmap.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";
import { runCommand } from "./runCommand.ts";

/** What `train` prints, as much as is compared. */
interface Trained {
  readonly test: { readonly accuracy: number; readonly mae: number };
  readonly samples: { readonly test: number };
  readonly importance: readonly { readonly name: string }[];
}

/** A folder of noise in two classes, in which nothing can be learned, so that there are mistakes; and a file that is no picture. */
async function noise(cwd: string): Promise<void> {
  for (const name of ["cat", "dog"]) {
    await mkdir(join(cwd, "pets", name), { recursive: true });
    for (let number = 0; number < 30; number += 1) {
      const random = seededRandom(number, name);
      await writeFile(
        join(cwd, "pets", name, `${number}.bmp`),
        bitmap(16, () => [256 * random(), 256 * random(), 256 * random()]),
      );
    }
  }
  await writeFile(join(cwd, "pets", "dog", "empty.bmp"), "");
}

/** Houses with an id, a constant, a kind and a price. */
function houses(): string {
  const random = seededRandom(1, "houses");
  const lines = Array.from({ length: 160 }, (_, row) => {
    const rooms = 1 + Math.floor(8 * random());
    const city = ["Bern", "Genf"][Math.floor(2 * random())];
    const price = Math.round(100 * rooms + (city === "Bern" ? 80 : 0) + 40 * random());
    return `H${row + 1},${rooms},${city},CHF,${price},${price > 480 ? "dear" : "cheap"}`;
  });
  return ["id,rooms,city,unit,price,level", ...lines, ""].join("\n");
}

/** A run folder as a zip, as somebody sends it. */
async function zipped(folder: string): Promise<Buffer> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = await readFile(path);
  }
  return Buffer.from(zipSync(files, { level: 0 }));
}

/** Opens a zip on the page Train, and goes on to the evaluation of what was in it. */
async function evaluateZip(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Open files …").setInputFiles({ name: `${name}.zip`, mimeType: "", buffer });
  await page.getByText(`${name} is open and kept here.`).waitFor();
  await page.getByRole("link", { name: "Evaluate it" }).click();
  await page.waitForSelector(".result");
}

it(
  "a run of the command on one's own pictures opens: its classes, how sure it is, and the files of the worst mistakes",
  patience,
  async (context) => {
    requireChromium(context);
    const cwd = await temporaryFolder();
    await noise(cwd);
    const settings = [
      "--epochs",
      "2",
      "--backend",
      "wasm",
      "--out",
      "run",
      "--cache-dir",
      join(cwd, "cache"),
    ];
    const { test, samples } = await runCommand<Trained>(cwd, "train", "./pets", ...settings);
    const { mistakes } = JSON.parse(await readFile(join(cwd, "run", "samples.json"), "utf8"));
    expect(mistakes.length).toBeGreaterThan(0);
    const { page, goTo } = await openApp(context, { hash: "#/train" });
    await evaluateZip(page, "pets", await zipped(join(cwd, "run")));

    const right = Math.round(test.accuracy * samples.test);
    const shown = async (): Promise<string> => (await page.textContent("main")) ?? "";
    expect(await shown()).toContain(`${(100 * test.accuracy).toFixed(2)}\u00A0%`);
    expect(await shown()).toContain(`${right} of ${samples.test} are right.`);
    expect(await shown()).toMatch(/For comparison: always “(cat|dog)” [\d.]+\s%, linear model [\d.]+\s%/);
    const cells = await page.locator(".confusion td").allTextContents();
    expect(cells.reduce((sum, cell) => sum + (Number(cell) || 0), 0)).toBe(samples.test);
    expect(await page.locator(".report tbody tr").count()).toBe(3);
    expect(await page.locator(".captioned canvas").count()).toBe(mistakes.length);
    for (const [at, { name, actual, predicted }] of mistakes.entries()) {
      const label = await page.locator(".captioned canvas").nth(at).getAttribute("aria-label");
      expect(label).toContain(`${name}: ${actual}, taken for ${predicted}`);
    }
    expect(await shown()).toContain("dog/empty.bmp: is empty");

    // The same in Chinese: by codes, not in English words.
    await goTo(`${new URL(page.url()).hash}&lang=zh`);
    await page.getByText("dog/empty.bmp：文件为空").waitFor();
    const { check, found } = await axeChecks(page);
    await check("pictures");
    expect(found).toEqual([]);
    expect(await shown()).toMatch(/作为比较：始终回答“(cat|dog)” [\d.]+%，线性模型 [\d.]+%/);

    // It is kept, and saved as it came.
    await goTo("#/train?lang=en");
    const download = page.waitForEvent("download");
    await actOnRun(page, /^Save:/);
    const saved = join(cwd, "saved.zip");
    await (await download).saveAs(saved);
    await actOnRun(page, /^Delete/);
    await evaluateZip(page, "pets", await readFile(saved));
    expect(await page.locator(".captioned canvas").count()).toBe(mistakes.length);
    await page.getByText("dog/empty.bmp: is empty").waitFor();
  },
);

it(
  "a run of the command on a table opens: what each column is worth, what it holds, and the rows that are furthest off",
  patience,
  async (context) => {
    requireChromium(context);
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, "houses.csv"), houses());
    const train = (target: string): Promise<Trained> =>
      runCommand(cwd, "train", "houses.csv", "--target", target, "--epochs", "20", "--out", target);
    const prices = await train("price");
    const { page, goTo } = await openApp(context, { hash: "#/train" });
    await evaluateZip(page, "houses", await zipped(join(cwd, "price")));
    const text = (await page.textContent("main")) ?? "";
    for (const part of [
      Number(prices.test.mae.toPrecision(4)).toLocaleString("en"),
      "For comparison: always the mean off by",
      "Predicted against actual",
      "Furthest off",
    ]) {
      expect(text).toContain(part);
    }
    expect(await page.locator(".scatter circle.filled").count()).toBe(prices.samples.test + 1);
    const columns = await page.locator(".importance tbody th").allTextContents();
    expect(columns).toEqual(prices.importance.map(({ name }) => name));
    const rows = await page.locator(".about-own-data tbody tr").allTextContents();
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain("ididleft out");
    expect(rows[4]).toContain("pricenumberpredicted");
    const { check, found } = await axeChecks(page);
    await check("table");
    expect(found).toEqual([]);
    // Who looks a row up in the table finds the price that the page says it has.
    const furthest = page.locator("section", { has: page.getByRole("heading", { name: "Furthest off" }) });
    const name = await furthest.locator("tbody th").first().textContent();
    const [actual] = await furthest.locator("tbody tr").first().locator("td").allTextContents();
    const line = houses().split("\n")[Number(name?.replace("row ", ""))];
    expect(Number(actual?.replace(",", ""))).toBe(Number(line?.split(",")[4]));

    await train("level");
    await goTo("#/train");
    await evaluateZip(page, "houses", await zipped(join(cwd, "level")));
    expect(await page.locator(".confusion tbody th").allTextContents()).toEqual(["cheap", "dear"]);
    await page.getByText("Accuracy lost, in points").waitFor();

    // Other pages have nothing to do with such a network, and go on.
    for (const name of ["draw", "data", "train"]) {
      await goTo(`#/${name}`);
      await page.waitForSelector("h1");
    }
    await goTo("#/draw");
    await page.waitForSelector('[data-answer]:not([data-answer=""])');
  },
);
