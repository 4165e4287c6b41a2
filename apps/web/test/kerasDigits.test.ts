import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { drawDigits } from "@minibatch/datasets";
import { encodeKeras } from "@minibatch/keras";
import { decodeModel } from "@minibatch/models";
import type { Page } from "@minibatch/testing";
import { softmax } from "@minibatch/training";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

interface Reference {
  /** 28 x 28 bytes. */
  readonly digit: readonly number[];
  readonly models: Readonly<Record<"course" | "logits", ReferenceModel>>;
}

interface ReferenceModel {
  /** A file that Keras wrote, gzipped, in base64. */
  readonly file: string;
  /** What Keras says of the digit. */
  readonly probabilities: readonly number[];
}

const reference = JSON.parse(
  readFileSync(`${import.meta.dirname}/reference/kerasDigits.json`, "utf8"),
) as Reference;

/** Drops a file on the page, as a person does; tells whether the page takes it while it is over it. */
function drop(page: Page, name: string, bytes: Uint8Array): Promise<boolean> {
  return page.evaluate(
    ({ name, base64 }) => {
      const dataTransfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
      const target = document.querySelector("h1");
      const send = (type: string): boolean =>
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })) ===
        false;
      const taken = send("dragover");
      return send("drop") && taken;
    },
    { name, base64: Buffer.from(bytes).toString("base64") },
  );
}

function fileOf(name: keyof Reference["models"]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gunzipSync(Buffer.from(reference.models[name].file, "base64")));
}

/** Waits until the page says of each digit what Keras does. */
async function expectProbabilities(page: Page, expected: () => Promise<readonly number[]>): Promise<void> {
  const farthest = async (): Promise<number> => {
    const shown = await page
      .locator(".probabilities [data-probability]")
      .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute("data-probability"))));
    const wanted = await expected();
    if (shown.length !== wanted.length) return Number.NaN;
    return Math.max(...shown.map((value, digit) => Math.abs(value - (wanted[digit] ?? Number.NaN))));
  };
  await expect.poll(farthest).toBeLessThan(1e-5);
}

/** What Keras says of the first digit, by the network of a name. */
const kerasSays = (name: keyof Reference["models"]) => async () => reference.models[name].probabilities;

/** Computes the second network with the weights of its file: bytes to 0..1, means of 4 x 4 pixels, a dense layer, softmax. */
async function logitsByHand(): Promise<(pixels: readonly number[]) => number[]> {
  const { model } = await decodeModel(new Map([["logits.keras", fileOf("logits")]]));
  const [kernel = [], bias = []] = model.getWeights().map((weight) => [...weight.dataSync()]);
  model.dispose();
  return (pixels) => {
    const means = Array<number>(49).fill(0);
    for (const [at, byte] of pixels.entries()) {
      const square = Math.floor(at / 112) * 7 + Math.floor((at % 28) / 4);
      means[square] = (means[square] ?? 0) + byte / 255 / 16;
    }
    return softmax(
      bias.map((start, unit) =>
        means.reduce((sum, mean, row) => sum + mean * (kernel[row * 10 + unit] ?? 0), start),
      ),
    );
  };
}

/** Clears the pad and draws one line with the mouse. */
async function drawOne(page: Page): Promise<void> {
  await page.locator(".drawn button").nth(1).click();
  await expect.poll(() => page.getAttribute("[data-answer]", "data-answer")).toBe("");
  const { x, y, width, height } = (await page.locator(".pad canvas").boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.move(x + 0.55 * width, y + 0.1 * height);
  await page.mouse.down();
  await page.mouse.move(x + 0.5 * width, y + 0.9 * height, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.getAttribute("[data-answer]", "data-answer")).not.toBe("");
}

/** The 28 x 28 bytes that the network was given, as the page shows them. */
function seenPixels(page: Page): Promise<number[]> {
  return page.locator("canvas.seen").evaluate((canvas) => {
    // A copy is read: Chromium warns on the console of a canvas that is read twice, as a poll does, and was not made for it.
    const copy = new OffscreenCanvas(28, 28).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(canvas as HTMLCanvasElement, 0, 0);
    const data = copy?.getImageData(0, 0, 28, 28).data ?? [];
    return Array.from(data).filter((_, at) => at % 4 === 0);
  });
}

it("the page's first example is the digit that Keras was given", () => {
  const { x } = drawDigits({ count: 1, first: 0, split: "test", seed: 3 });
  expect(reference.digit, `python3 kerasDigits.py '${JSON.stringify([...x.data])}'`).toEqual([...x.data]);
});

for (const [language, network, opened, failed] of [
  ["en", "Network", "is open and kept here.", "It was not opened."],
  ["zh", "模型", "已打开并保存在这里。", "未能打开。"],
] as const) {
  it(
    `files of Keras that are dropped on the page (${language}) read an example and a drawn digit with Keras' probabilities, however quickly one changes between them`,
    patience,
    async (context) => {
      const { page, goTo } = await openApp(context, { hash: `#/train?lang=${language}` });
      expect(await drop(page, "course.keras", fileOf("course"))).toBe(true);
      await page.getByText(`course ${opened}`).waitFor();
      expect(await drop(page, "logits.keras", fileOf("logits"))).toBe(true);
      await page.getByText(`logits ${opened}`).waitFor();

      await goTo(`#/draw?lang=${language}`);
      const choice = page.getByLabel(network, { exact: true });
      // At once: the network that comes with the page is still on its way.
      await choice.selectOption({ label: "course" });
      await expectProbabilities(page, kerasSays("course"));
      await page.locator(".sheets canvas").waitFor();
      await choice.selectOption({ label: "logits" });
      await expectProbabilities(page, kerasSays("logits"));
      const ids = await choice
        .locator("option")
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      const addresses = Array.from(
        { length: 20 },
        (_, turn) => `#/draw?lang=${language}&model=${ids[turn % ids.length]}`,
      );
      await page.evaluate(async (addresses) => {
        for (const [turn, address] of addresses.entries()) {
          location.hash = address;
          await new Promise((resolve) => setTimeout(resolve, turn % 4));
        }
      }, addresses);
      await choice.selectOption({ label: "course" });
      await expectProbabilities(page, kerasSays("course"));

      // Keras' weights by hand: what it says of the first digit, and so of any that is drawn.
      const says = await logitsByHand();
      const { probabilities } = reference.models.logits;
      for (const [digit, share] of says(reference.digit).entries())
        expect(share).toBeCloseTo(probabilities[digit] ?? Number.NaN, 6);
      await choice.selectOption({ label: "logits" });
      await drawOne(page);
      await expectProbabilities(page, async () => says(await seenPixels(page)));
    },
  );

  it(
    `what is dropped on the page (${language}) that is no run and no model is refused with what to do`,
    patience,
    async (context) => {
      const { page } = await openApp(context, { hash: `#/train?lang=${language}` });
      expect(await drop(page, "notes.keras", Buffer.from("no model"))).toBe(true);
      await page.locator(".failure").getByText(failed).waitFor();
      expect(await drop(page, "notes.txt", Buffer.from("no model"))).toBe(true);
      await expect.poll(() => page.textContent(".failure")).toContain("run.json");
    },
  );
}

it(
  "a network of Keras is evaluated on the test set of its shape, and one that fits nothing is listed with what was expected",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/train" });
    await drop(page, "logits.keras", fileOf("logits"));
    await page.getByText("logits is open").waitFor();
    const other = sequential({ layers: [layers.dense({ units: 2, inputShape: [3] })] });
    await drop(page, "other.keras", await encodeKeras(other));
    other.dispose();
    await page.getByText("other is open").waitFor();

    await goTo("#/evaluate");
    const choice = page.getByLabel("Network", { exact: true });
    await choice.selectOption({ label: "logits" });
    await page.waitForSelector(".confusion");
    expect(await page.getByLabel("Test set").inputValue()).toBe("synthetic-digits");
    expect(await page.textContent(".figures")).toContain("2,000");
    await choice.selectOption({ label: "other" });
    await page.getByText("It takes 3 and gives 2; it needs a dataset with inputs of that shape").waitFor();

    const [id] = await choice
      .locator("option", { hasText: "other" })
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await goTo(`#/draw?model=${id}`);
    await page
      .getByText("The network takes 3 and gives 2. What is needed takes images of 28 x 28 x 1")
      .waitFor();
    const listed = choice.locator("option", { hasText: "other (takes 3 and gives 2; drawings are 28 x 28)" });
    expect(await listed.isDisabled()).toBe(true);
  },
);
