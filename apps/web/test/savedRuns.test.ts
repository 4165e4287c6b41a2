import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Page, temporaryFolder } from "@minibatch/testing";
import { decodeCheckpoint, encodeCheckpoint, type History } from "@minibatch/training";
import { zipSync } from "fflate";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { doneRun } from "./doneRun.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";
import { runCommand } from "./runCommand.ts";
import { unzipped } from "./unzipped.ts";

/** As much as is used of what the command prints: `train` has its accuracy under `test`, `evaluate` at the top. */
interface Printed {
  readonly accuracy: number;
  readonly test: { readonly accuracy: number };
}

/** Saves what stands in the first line of the library, and unpacks it; gives the paths of the zip and of the folder. */
async function save(page: Page): Promise<{ readonly zip: string; readonly folder: string }> {
  const download = page.waitForEvent("download");
  await actOnRun(page, /^Save:/);
  const folder = await temporaryFolder();
  const zip = join(folder, "saved.zip");
  await (await download).saveAs(zip);
  return { zip, folder: await unzipped(zip) };
}

/** Saves the first line of the library as a page, opens it from the disk, and gives what it says of itself. */
async function savedPage(
  page: Page,
  folder: string,
): Promise<{ check: string | undefined; result: string; weights: string | undefined }> {
  const download = page.waitForEvent("download");
  await actOnRun(page, /^Save as a page/);
  const file = join(folder, "page.html");
  await (await download).saveAs(file);
  const saved = await page.context().newPage();
  await saved.goto(pathToFileURL(file).href);
  const check = await saved.evaluate(() => document.documentElement.dataset["check"]);
  const [, result = "", , , , weights] = await saved.locator("dd").allTextContents();
  await saved.close();
  return { check, result, weights };
}

function waitForStatus(page: Page, status: string): Promise<unknown> {
  return page.waitForSelector(`[data-status="${status}"]`);
}

/** Pauses a run as soon as its first epoch is over, within the page: other programs may hold a test up, and the run would end. */
async function pauseEarly(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while (!document.querySelector(".epochs")) await new Promise((resolve) => setTimeout(resolve, 5));
    [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Pause")?.click();
  });
  await waitForStatus(page, "paused");
}

it(
  "a run that is saved and deleted comes back from its zip, the command evaluates it alike, and it leaves as one page",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=1&limit=640" });
    await page.getByRole("button", { name: "Start training" }).click();
    await waitForStatus(page, "done");
    const accuracy = (await page.textContent(".figures dd")) ?? "";
    const { zip, folder } = await save(page);
    const small = await savedPage(page, folder);
    expect(small).toMatchObject({ check: "good", weights: "one byte each (int8)" });
    expect(Number.parseFloat(small.result)).toBeGreaterThan(Number.parseFloat(accuracy) - 0.2);
    await page.getByLabel("Weights of saved pages").selectOption("float32");
    expect(await savedPage(page, folder)).toEqual({
      check: "good",
      result: `${accuracy.replace("\u00A0", " ")} of 2,000 are right`,
      weights: "four bytes each (float32)",
    });
    await actOnRun(page, /^Delete/);
    await page.getByText("Runs and their networks are kept here").waitFor();
    await page.getByLabel("Open files …").setInputFiles(zip);
    await page.getByText("digits-cnn is open and kept here.").waitFor();
    expect(await page.textContent(".figures dd")).toBe(accuracy);
    const evaluation = await runCommand<Printed>(folder, "evaluate", ".");
    expect(`${(evaluation.accuracy * 100).toFixed(2)}\u00A0%`).toBe(accuracy);
  },
);

it(
  "a run folder of the command opens, and a run that the page paused goes on in the command",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=8&limit=640&backend=wasm" });
    const folder = await temporaryFolder();
    const settings = ["--epochs", "1", "--limit", "640", "--backend", "wasm"];
    const trained = await runCommand<Printed>(folder, "train", "digits-cnn", ...settings, "--out", "run");
    await page.getByLabel("Open folder …").setInputFiles(join(folder, "run"));
    await page.getByText("digits-cnn is open and kept here.").waitFor();
    expect(await page.textContent(".figures dd")).toBe(`${(trained.test.accuracy * 100).toFixed(2)}\u00A0%`);
    await page.getByRole("button", { name: "New run" }).click();

    await page.getByRole("button", { name: "Start training" }).click();
    await pauseEarly(page);
    const paused = await save(page);
    const resumed = await runCommand<Printed>(paused.folder, "train", "--resume", ".");
    await page.getByRole("button", { name: "Go on" }).click();
    await waitForStatus(page, "done");
    // Threads of another number, a browser's WebAssembly: the same weights to the bit.
    expect(await page.textContent(".figures dd")).toBe(`${(resumed.test.accuracy * 100).toFixed(2)}\u00A0%`);
  },
);

it(
  "files that hold no run, or a damaged one, are refused with what to do, and nothing is kept",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/train" });
    const open = (name: string, text: string): Promise<void> =>
      page.getByLabel("Open files …").setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
    await open("notes.json", "{}");
    await page.getByText("There is neither run.json nor model.json among these files.").waitFor();
    await open("run.json", "{");
    await page.getByText("run.json is damaged, or of another version of minibatch.").waitFor();
    await open("saved.zip", "no zip");
    await page.getByText("saved.zip is no zip file, or it is damaged").waitFor();
    await open("model.json", "{}");
    await page.getByText("The model at these files could not be read").waitFor();
    // The page in Chinese says the same, with the names of the files.
    await goTo("#/train?lang=zh");
    await page.getByText(/^未能打开。 模型文件已损坏、不完整，或不是模型/).waitFor();
    await page
      .getByLabel("打开文件…")
      .setInputFiles({ name: "saved.zip", mimeType: "", buffer: Buffer.from("no zip") });
    await page.getByText("saved.zip 不是 zip 文件，或已损坏").waitFor();
    const { result } = doneRun;
    const run = { ...doneRun, result: { ...result, history: { loss: ["low"] } } };
    await page
      .getByLabel("打开文件…")
      .setInputFiles({ name: "run.json", mimeType: "", buffer: Buffer.from(JSON.stringify(run)) });
    await page.getByText("这次训练的文件已损坏，或被改动过：result.history.loss[0] 不是数。").waitFor();
    await goTo("#/train?lang=en");
    expect(await page.textContent(".library")).toContain("Runs and their networks are kept here");
  },
);

it(
  "a zip with a byte that was changed, a history that was, and files larger than any run are refused as they are opened",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train" });
    const choose = (name: string, bytes: Uint8Array): Promise<void> =>
      page.getByLabel("Open files …").setInputFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
    const record = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

    const bytes = zipSync({ "run.json": record(doneRun) }, { level: 0 });
    bytes[Buffer.from(bytes).indexOf('"seconds":5') + '"seconds":'.length] = 54;
    await choose("saved.zip", bytes);
    await page.getByText("run.json in saved.zip does not match its checksum").waitFor();

    const { result } = doneRun;
    await choose("run.json", record({ ...doneRun, result: { ...result, history: { loss: ["low"] } } }));
    await page
      .getByText("The run is damaged, or was changed: result.history.loss[0] is no number.")
      .waitFor();

    // Handed over as a file it would be copied to the browser, byte by byte; these bytes are there once.
    await page.getByLabel("Open files …").evaluate((input) => {
      const part = new Blob([new Uint8Array(1e6)]);
      const chosen = new DataTransfer();
      chosen.items.add(
        new File(
          Array.from({ length: 3000 }, () => part),
          "huge.zip",
        ),
      );
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page
      .getByText("These files have 2862 MB, but no run or model here has more than 512 MB.")
      .waitFor();
    expect(await page.textContent(".library")).toContain("Runs and their networks are kept here");
  },
);

it("a run of 200,000 epochs opens: its curves, and the last of its epochs", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/train" });
  const epochs = 200_000;
  const loss = Array.from({ length: epochs }, (_, epoch) => 2 - epoch / epochs);
  const history = { loss, accuracy: loss.map((value) => 1 - value / 4) };
  const run = { ...doneRun, result: { ...doneRun.result, epochs, history } };
  await page
    .getByLabel("Open files …")
    .setInputFiles({ name: "run.json", mimeType: "", buffer: Buffer.from(JSON.stringify(run)) });
  await waitForStatus(page, "done");
  expect(await page.textContent(".figures")).toContain("200,000");
  const drawn = await page
    .locator(".curves path")
    .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")?.split("L").length ?? 0));
  expect(Math.max(...drawn)).toBe(400);
  await page.getByText("Epochs as a table").click();
  await page.getByText("The last 500 epochs.").waitFor();
  await expect.poll(() => page.locator(".epochs tbody tr").count()).toBe(500);
  expect(await page.locator(".epochs tbody th").last().textContent()).toBe("200,000");
});

it(
  "a run that trains after 200,000 epochs is drawn with as many points as a chart can show, and saved with all of them",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/train?epochs=300000&limit=64&batchSize=64&backend=wasm",
    });
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector(".epochs");
    await page.getByRole("button", { name: "Pause" }).click();
    await waitForStatus(page, "paused");
    const { folder, zip } = await save(page);
    await rm(zip);

    // As if it had trained for days.
    const long = 200_000;
    const file = join(folder, "checkpoint", "latest.safetensors");
    const checkpoint = await decodeCheckpoint(new Uint8Array(await readFile(file)));
    const columns = Object.keys(checkpoint.history);
    const values = Array.from({ length: long }, (_, epoch) => 1 - epoch / long);
    const history = Object.fromEntries(columns.map((name) => [name, values])) as unknown as History;
    await writeFile(file, await encodeCheckpoint({ ...checkpoint, epoch: long, batch: 0, history }));
    await page.getByRole("button", { name: "New run" }).click();
    await actOnRun(page, /^Delete/);
    await page.getByLabel("Open folder …").setInputFiles(folder);
    await page.getByText("digits-cnn is open and kept here.").waitFor();

    await page.getByRole("button", { name: "Go on" }).click();
    const epochs = async (): Promise<number> => Number(await page.getAttribute(".epochs", "data-epochs"));
    await expect.poll(epochs).toBeGreaterThan(long + 2);
    const drawn = (): Promise<number[]> =>
      page
        .locator(".curves path")
        .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")?.split("L").length ?? 0));
    expect(Math.max(...(await drawn()))).toBe(400);
    expect(await page.locator(".curves circle").count()).toBe(0);
    expect(await page.locator(".epochs tbody tr").count()).toBe(0);
    await page.getByText("Epochs as a table").click();
    await expect.poll(() => page.locator(".epochs tbody tr").count()).toBe(500);
    await page.getByRole("button", { name: "Pause" }).click();
    await waitForStatus(page, "paused");
    const ended = await epochs();
    const saved = await save(page);
    const lines = (await readFile(join(saved.folder, "history.csv"), "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(1 + ended);
  },
);
