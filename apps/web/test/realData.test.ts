import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { memoryCache } from "@minibatch/datasets";
import { type Page, requireChromium, temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { packDatasets } from "../vite/packDatasets.ts";
import { appForMade, madeMnist } from "./madeMnist.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const recipe = "#/train?recipe=mnist-softmax&limit=640&epochs=1&batchSize=16&learningRate=0.01&backend=wasm";

/** Drops files of a folder where the page takes them. */
async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const contents = await Promise.all(
    Object.entries(files).map(
      async ([name, path]) => [name, (await readFile(path)).toString("base64")] as const,
    ),
  );
  await page.locator(".drop-target").evaluate((target, contents) => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of contents) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
    }
    target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, contents);
}

async function train(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start training" }).click();
  await page.waitForSelector('[data-status="done"]');
  const figures = (await page.textContent(".figures")) ?? "";
  expect(Number(/Test accuracy([\d.]+)\s%/.exec(figures)?.[1])).toBeGreaterThan(90);
}

it("a build that has a dataset packed trains on it from a plain static server", patience, async (context) => {
  requireChromium(context);
  const made = await madeMnist();
  const folder = await temporaryFolder();
  await cp(await appForMade(made), folder, { recursive: true });
  const options = { cards: [made.card], cache: memoryCache(), mirror: made.mirror };
  const datasets = await packDatasets({ ...options, folder: join(folder, "datasets") });
  await writeFile(join(folder, "datasets", "index.json"), JSON.stringify({ datasets }));
  const { page, goTo } = await openApp(context, { folder, hash: recipe });
  await train(page);
  // What runs here stands apart from what needs data.
  const here = page.locator('optgroup[label="Run here now"] option');
  await expect.poll(() => here.allTextContents()).toContain("Softmax regression on MNIST");
  await goTo("#/data?dataset=mnist");
  await page.waitForSelector(".samples canvas");
});

it(
  "files that are dropped are known by their checksums, another one is named, and the dataset trains from then on",
  patience,
  async (context) => {
    requireChromium(context);
    const made = await madeMnist();
    const at = (name: string): string => join(made.mirror, "mnist", name);
    const folder = await appForMade(made);
    const { page, goTo } = await openApp(context, { folder, hash: "#/data?dataset=mnist" });
    await page.getByRole("heading", { name: "MNIST is not on this server" }).waitFor();
    const labels = "train-labels-idx1-ubyte.gz";
    await drop(page, {
      "notes.txt": join(folder, "index.html"),
      [labels]: join(made.mirror, "fashion-mnist", labels),
      "t10k.gz": at("t10k-images-idx3-ubyte.gz"),
    });
    await page
      .getByText(/^notes\.txt is not a file of MNIST, or it was changed: its SHA-256 is [0-9a-f]{64}\./)
      .waitFor();
    await page.getByText(`${labels} is a file of Fashion-MNIST, not of MNIST`).waitFor();
    await page
      .getByText(
        "Still missing: train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz, t10k-labels-idx1-ubyte.gz.",
      )
      .waitFor();
    await drop(page, Object.fromEntries(made.names.map((name, index) => [`${index}.gz`, at(name)])));
    await page.waitForSelector(".samples canvas");
    expect(await page.locator(".drop-target").count()).toBe(0);
    await goTo(recipe);
    await train(page);
  },
);

it(
  "a dataset is downloaded when one asks for it: from a mirror that lets pages read, after one that does not answer",
  patience,
  async (context) => {
    requireChromium(context);
    const made = await madeMnist();
    const { page, faults } = await openApp(context, {
      folder: await appForMade(made),
      hash: "#/data?dataset=mnist",
    });
    const asked: string[] = [];
    await page.context().route(/^https:/, async (route) => {
      const url = new URL(route.request().url());
      asked.push(url.host);
      if (url.host === "cdn.jsdelivr.net") return route.fulfill({ status: 404 });
      const body = await readFile(join(made.mirror, "mnist", url.pathname.split("/").at(-1) ?? ""));
      return route.fulfill({ body, headers: { "Access-Control-Allow-Origin": "*" } });
    });
    await page
      .getByText(/asks no other server than its own\. Then it asks these in turn: cdn\.jsdelivr\.net, /)
      .waitFor();
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: /^Download it, [\d.]+ MB$/ }).click();
    await page.waitForSelector(".samples canvas");
    expect(asked.slice(0, 2)).toEqual(["cdn.jsdelivr.net", "storage.googleapis.com"]);
    // That of the mirror that has nothing.
    faults.length = 0;
  },
);
