import "@tensorflow/tfjs-backend-cpu";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadModel } from "@minibatch/models";
import { type Page, startChromium, temporaryFolder } from "@minibatch/testing";
import { table } from "@minibatch/tables";
import { layers, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import axe from "axe-core";
import { expect, it, onTestFinished, type TestContext } from "vitest";
import { type PageModel, pageHtml, pageInputOf, storeModel } from "../src/index.ts";

const card = {
  title: "Digits",
  data: "MNIST",
  date: "2026-11-28",
  seed: 1,
  parameters: 34_826,
  weights: "int8",
} as const;

/** The network that comes with the web app: trained on MNIST. */
const digits = once(async (): Promise<PageModel> => {
  const folder = new URL("../../../apps/web/public/models/mnist-convnet", import.meta.url);
  const { model, metadata } = await loadModel(folder.href);
  const { inputScaling } = metadata;
  const stored = await storeModel(model, { inputScaling, weights: "int8" });
  model.dispose();
  return {
    stored,
    answer: { kind: "classes", names: metadata.classNames ?? [] },
    input: pageInputOf(metadata, stored.network.inputShape),
    card: { ...card, test: { samples: 10_000, accuracy: 0.9912 } },
    check: { type: "uint8", inputs: [], outputs: [] },
  };
});

/** What the tests of this file make once and share. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (made ??= make());
}

/** Opens a page from the disk, with the network off. */
async function open(
  context: TestContext,
  model: PageModel,
  options: { lang?: string; width?: number; args?: readonly string[] } = {},
) {
  const browser = await startChromium(context, { args: options.args });
  const file = join(await temporaryFolder(), "page.html");
  const html = await pageHtml(model);
  await writeFile(file, html);
  const { lang = "en-US", width = 1000 } = options;
  const page = await browser.newPage({ locale: lang, viewport: { width, height: 740 }, offline: true });
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  return { page, faults, html };
}

async function draw(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator("canvas").boundingBox();
  if (!box) throw new Error("there is no page to draw on");
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  const [first = [0, 0], ...others] = points;
  await page.mouse.move(...at(first));
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...at(point), { steps: 4 });
  await page.mouse.up();
}

const circle = Array.from({ length: 25 }, (_, at) => {
  const angle = (at / 24) * 2 * Math.PI;
  return [0.5 + 0.2 * Math.sin(angle), 0.5 - 0.32 * Math.cos(angle)] as const;
});

it("pageHtml(model) opens from a disk without a network, and reads a drawn 1 and 0", async (context) => {
  const { page, faults, html } = await open(context, await digits());
  expect(html.length).toBeLessThan(100_000);
  await draw(page, [
    [0.52, 0.2],
    [0.48, 0.8],
  ]);
  expect(await page.locator(".best").textContent()).toMatch(/^1 (?:9\d|100)/);
  await page.getByRole("button", { name: "Clear" }).click();
  expect(await page.locator(".answer").textContent()).toBe("Nothing to answer yet.");
  await draw(page, circle);
  expect(await page.locator(".best").textContent()).toMatch(/^0 (?:9\d|100)/);
  expect(faults).toEqual([]);
});

it("pageHtml(model) can be drawn on by keys, and answers what is dropped on it", async (context) => {
  const { page } = await open(context, await digits());
  await page.locator("canvas").focus();
  for (let step = 0; step < 9; step += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  for (let step = 0; step < 18; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  expect(await page.locator(".best strong").textContent()).toBe("1");
  // An image of one colour has nothing on it.
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 40);
    canvas.getContext("2d")?.fillRect(0, 0, 40, 40);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], "black.png", { type: "image/png" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
  });
  await expect.poll(() => page.locator(".answer").textContent()).toBe("There is nothing on the picture.");
});

it("pageHtml(model) speaks Chinese to Chinese browsers, fits a phone, and axe-core finds nothing", async (context) => {
  const { page } = await open(context, await digits(), { lang: "zh-CN", width: 360 });
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
    "在这里画",
    "回答",
    "关于这个模型",
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await draw(page, circle);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // The policy of the page lets no other script in; the tools of the browser may.
    const found = await page.evaluate(
      `${axe.source}; axe.run().then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
  }
});

it("pageHtml(model) says when it computes something else than when it was made", async (context) => {
  const model = await digits();
  const input = Buffer.alloc(784).toString("base64");
  const outputs = [Array.from({ length: 10 }, () => 0.1)];
  const { page } = await open(context, { ...model, check: { type: "uint8", inputs: [input], outputs } });
  expect(await page.locator(".card").textContent()).toContain("do not trust it in this browser");
});

/** A network that says how bright a picture is. */
const brightness = once(async (): Promise<PageModel> => {
  const model = sequential({
    layers: [
      layers.globalAveragePooling2d({ inputShape: [8, 8, 3] }),
      layers.dense({ units: 1, kernelInitializer: "ones" }),
    ],
  });
  const stored = await storeModel(model);
  model.dispose();
  return {
    stored,
    answer: { kind: "value", name: "brightness" },
    input: pageInputOf({ preparation: { kind: "picture", fit: "crop" } }, [8, 8, 3]),
    card: { ...card, title: "Brightness" },
    check: { type: "uint8", inputs: [], outputs: [] },
  };
});

const fakeCamera = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

it("pageHtml(model) answers what the camera shows until it is stopped or a picture is chosen, also from the disk", async (context) => {
  const { page, faults } = await open(context, await brightness(), { args: fakeCamera });
  await page.getByRole("button", { name: "Use the camera" }).click();
  // The device of Chromium shows a green picture with a clock that runs.
  await expect.poll(() => page.locator(".best strong").textContent()).toMatch(/^[\d.]+$/);
  expect(await page.locator("video").isVisible()).toBe(true);
  const answers = new Set<string | null>();
  await expect
    .poll(async () => answers.add(await page.locator(".best strong").textContent()).size)
    .toBeGreaterThan(1);
  await page.getByRole("button", { name: "Stop the camera" }).click();
  expect(await page.locator("video").isVisible()).toBe(false);
  expect(
    await page.evaluate(() => {
      const { srcObject } = document.querySelector("video") as HTMLVideoElement;
      return (srcObject as MediaStream).getTracks().map(({ readyState }) => readyState);
    }),
  ).toEqual(["ended"]);

  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("button", { name: "Stop the camera" }).waitFor();
  const white = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 30);
    const context = canvas.getContext("2d");
    if (context) context.fillStyle = "#fff";
    context?.fillRect(0, 0, 40, 30);
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())];
  });
  await page.setInputFiles("input[type=file]", {
    name: "white.png",
    mimeType: "image/png",
    buffer: Buffer.from(white),
  });
  await expect.poll(() => page.locator(".best strong").textContent()).toBe("765");
  expect(await page.getByRole("button", { name: "Use the camera" }).isVisible()).toBe(true);
  expect(await page.locator("canvas.seen").getAttribute("width")).toBe("40");
  expect(faults).toEqual([]);
});

const refusals = [
  {
    where: "there is none",
    args: ["--use-fake-ui-for-media-stream"],
    reason: "there is none",
  },
  {
    where: "nobody allows it",
    args: ["--use-fake-device-for-media-stream", "--deny-permission-prompts"],
    reason: "this page was not allowed to; allow it in the browser's settings of the page",
  },
];
it.for(refusals)(
  "pageHtml(model) says that there is no camera where $where",
  async ({ args, reason }, context) => {
    const { page } = await open(context, await brightness(), { args });
    await page.getByRole("button", { name: "Use the camera" }).click();
    await expect
      .poll(() => page.locator(".answer").textContent())
      .toBe(`The camera cannot be used: ${reason}.`);
  },
);

it("pageHtml(model) uses the camera by http on this machine, and says that others need https", async (context) => {
  const html = await pageHtml(await brightness());
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const browser = await startChromium(context, { args: fakeCamera });
  const press = async (host: string): Promise<Page> => {
    const page = await browser.newPage({ locale: "en-US" });
    await page.goto(`http://${host}:${port}/`);
    await page.getByRole("button", { name: "Use the camera" }).click();
    return page;
  };
  const here = await press("127.0.0.1");
  await expect.poll(() => here.locator(".best strong").textContent()).toMatch(/^[\d.]+$/);
  await here.close();
  const there = await press("page.test");
  await expect
    .poll(() => there.locator(".answer").textContent())
    .toContain("the browser gives it only to pages that come by https, from this machine, or from the disk.");
});

it("pageHtml(model) reads out an answer when it becomes another one", async (context) => {
  const { page } = await open(context, await digits());
  const changes = await page.evaluateHandle(() => {
    const said: (string | null)[] = [];
    const region = document.querySelector("[role=status]") as HTMLElement;
    new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    return said;
  });
  await draw(page, circle);
  const said = await changes.jsonValue();
  expect(said.at(-1)).toBe("0");
  expect(said.every((text, at) => text !== said[at - 1])).toBe(true);
});

it("pageHtml(model) of a table asks for its columns, and takes a pasted row", async (context) => {
  const rows = Array.from({ length: 40 }, (_, row) => ({
    rooms: row % 6,
    city: row % 2 ? "Bern" : row % 3 ? "Genf" : "Chur",
    price: row * 20,
  }));
  const dataset = await table(rows, { target: "price" });
  const model: LayersModel = sequential({
    layers: [layers.dense({ units: 1, inputShape: [...dataset.inputShape] })],
  });
  const stored = await storeModel(model);
  model.dispose();
  const { page, faults } = await open(context, {
    stored,
    answer: { kind: "value", name: "price" },
    input: pageInputOf({ preparation: dataset.preparation ?? {} }, dataset.inputShape),
    card: { ...card, title: "Prices", data: "houses" },
    check: { type: "float32", inputs: [], outputs: [] },
  });
  const before = await page.locator(".best").textContent();
  await page.getByLabel("rooms").fill("5");
  await expect.poll(() => page.locator(".best").textContent()).not.toBe(before);
  await page.locator("textarea").fill("city,rooms\nRom,3");
  await expect.poll(() => page.getByText("was not there in training").textContent()).toContain("city: Rom");
  expect(await page.getByLabel("rooms").inputValue()).toBe("3");
  expect(faults).toEqual([]);
});

it("pageHtml(model) ends its own script nowhere but at its end, whatever a class is called", async () => {
  const model = await digits();
  const names = ["</script><script>alert(1)</script>", "<!--", ...Array.from({ length: 8 }, String)];
  const html = await pageHtml({
    ...model,
    answer: { kind: "classes", names },
    card: { ...card, title: "</title><b>" },
  });
  expect(html.match(/<\/script/gi)).toHaveLength(2);
  expect(html).not.toContain("<!--");
  expect(html).not.toContain("<b>");
});
