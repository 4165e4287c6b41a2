import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { fillClass, pictures } from "./ownPictures.ts";
import { patience } from "./patience.ts";

/** The batches that were trained so far. */
async function batches(page: Page): Promise<number> {
  return Number(await page.locator("[data-batches]").getAttribute("data-batches"));
}

function ready(page: Page): Promise<unknown> {
  return page.waitForSelector('[data-build-status="ready"]');
}

/** A number of a map is taken apart, by the pointer and by the keyboard: what it is made of gives what the layer gave. */
async function takenApart(page: Page): Promise<void> {
  const maps = page.getByRole("application", { name: /^Maps of Convolution/ });
  await maps.hover({ position: { x: 30, y: 30 } });
  const panel = page.getByRole("region", { name: "How one number comes about" });
  const heading = panel.getByRole("heading");
  await heading.waitFor();
  const place = await heading.textContent();
  await maps.press("ArrowRight");
  await maps.press("PageDown");
  await expect.poll(() => heading.textContent()).not.toBe(place);
  await expect.poll(() => panel.locator("td").count()).toBe(27);
  const [sum, value] = await panel
    .locator("dl")
    .evaluate(({ dataset }) => [Number(dataset["pixelSum"]), Number(dataset["pixelValue"])]);
  expect(Math.max(0, sum ?? 0)).toBeCloseTo(value ?? Number.NaN, 4);
}

it("a layer is added, changed and trained, batch by batch and in one go", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/build?rows=200&net=conv4x5-pool2" });
  await ready(page);
  await page.getByText("5,770 parameters", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Dense", exact: true }).click();
  const settings = page.getByRole("region", { name: "Settings: Dense" });
  await settings.getByLabel("Units").fill("24");
  await settings.getByLabel("Batch normalization").check();
  await expect.poll(() => new URL(page.url()).hash).toContain("net=conv4x5-pool2-dense24_norm");
  await page.getByText("13,920 parameters", { exact: true }).waitFor();

  // A kernel that does not fit is said at its layer, and nothing is trained.
  await page.getByRole("button", { name: "Convolution", exact: true }).first().click();
  const size = page.getByLabel("Size of the kernel");
  await size.fill("29");
  await page
    .locator('[data-layer="conv2d"]')
    .getByText("A kernel of 29x29 does not fit into an image of 28x28.")
    .waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Play" }).isDisabled()).toBe(true);
  await size.fill("3");
  await ready(page);

  await page.getByRole("button", { name: "One batch" }).click();
  await expect.poll(() => batches(page)).toBe(1);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => batches(page)).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Pause" }).click();
  await ready(page);
  await expect.poll(() => page.locator(".layer .probabilities .best").count()).toBe(1);
  // The input, maps of the convolution and of pooling, and the units of the dense layer.
  await expect.poll(() => page.locator(".layer canvas").count()).toBe(4);
  await page.getByRole("img", { name: "4 filters of the first layer" }).waitFor();
  await page.getByRole("img", { name: /^Loss\. / }).waitFor();
  await takenApart(page);
  await page.locator(".strip .thumb").nth(5).click();
  await page.waitForSelector('.strip .thumb:nth-child(6)[aria-pressed="true"]');
  // All images are one stop of the tab key.
  await expect.poll(() => page.locator(".strip .thumb[tabindex='0']").count()).toBe(1);
  const axe = await axeChecks(page);
  await axe.check("a network that was trained");
  expect(axe.found).toEqual([]);

  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(() => batches(page)).toBe(0);

  // A recipe is a place to begin.
  await page.getByText("Start from a recipe").click();
  await page.getByText("an epoch of 2,000 images on this machine").waitFor();
  await page.locator("[data-start-time]").first().waitFor();
  await page.getByRole("link", { name: "Small convnet on synthetic digits" }).click();
  await page.getByText("34,826 parameters in all").waitFor();
  await expect.poll(() => page.getByLabel("Batch size").inputValue()).toBe("64");
});

it("a trained network is kept as a run, evaluated, drawn for, and trained on", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/build?rows=200&net=conv4x5-pool4&rate=0.01" });
  await ready(page);
  const keep = page.getByRole("button", { name: "Keep as a run" });
  expect(await keep.isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Play" }).click();
  await expect.poll(() => batches(page)).toBeGreaterThan(30);
  await keep.click();
  await page.getByText(/^Kept as conv4x5-pool4: [\d.]+\s% of the test set is right\.$/).waitFor();
  await ready(page);
  await page.getByRole("link", { name: "Draw for it" }).waitFor();
  await page.getByRole("link", { name: "See it in Runs" }).click();
  const line = page.getByRole("row", { name: /conv4x5-pool4/ });
  const accuracy = await line.getByText(/^[\d.]+\s%$/).textContent();

  // The same network answers alike in Evaluate.
  await actOnRun(line, /^Train further in Build/, "link");
  await page.getByText("Goes on from the run conv4x5-pool4, with its weights.").waitFor();
  await expect.poll(() => new URL(page.url()).hash).toContain("rows=200&net=conv4x5-pool4&rate=0.01");
  await ready(page);
  await page.getByRole("button", { name: "One batch" }).click();
  await expect.poll(() => batches(page)).toBe(1);
  // New weights would have about 2.3.
  await expect.poll(async () => Number(await page.locator("dd").first().textContent())).toBeLessThan(1.5);
  await keep.click();
  await page.getByRole("link", { name: "Evaluate it" }).waitFor();
  await page.getByRole("link", { name: "See it in Runs" }).click();
  await expect.poll(() => page.getByRole("row", { name: /conv4x5-pool4/ }).count()).toBe(2);

  // Other layers begin with new weights.
  await page.goBack();
  await page.getByRole("button", { name: "Dense", exact: true }).click();
  await expect.poll(() => page.getByText("Goes on from the run").count()).toBe(0);
  await ready(page);
  await expect.poll(() => batches(page)).toBe(0);
  expect(accuracy).toMatch(/\d\s%$/);
});

it(
  "pictures of one's own are learned from, and the network is kept as a run on them",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/build?data=own" });
    await page.getByText("There are no pictures of two classes here.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Play" }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Your data", exact: true }).last().click();
    await fillClass(page, 0, "disc", pictures("disc", 0, 15));
    await fillClass(page, 1, "bar", pictures("bar", 0, 15));
    await page.getByRole("link", { name: "Build a network for them" }).click();
    await page.getByText("2 classes, each picture 32 x 32 x 1.").waitFor();
    await ready(page);
    await expect.poll(() => page.locator(".strip .thumb").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => batches(page), patience).toBeGreaterThan(20);
    await page.getByRole("button", { name: "Keep as a run" }).click();
    await page.getByText(/^Kept as conv16x3-pool2-conv32x3-pool2: /).waitFor();
    // Evaluate has what was kept of the pictures, which are not kept themselves.
    await page.getByRole("link", { name: "Evaluate it" }).click();
    await page.getByText("The data of my-pictures are not kept in this browser").waitFor();
    // One looks inside, epoch by epoch, at the pictures that it was tested with.
    await page.getByRole("link", { name: "Look inside, epoch by epoch" }).click();
    await page.getByText(/^Kept: the weights before training and after \d+ epochs?/).waitFor();
    const last = await page.getAttribute(".explored", "data-epoch");
    expect(Number(last)).toBeGreaterThan(0);
    await page.getByLabel("Epoch", { exact: true }).press("Home");
    await page.waitForSelector('.explored[data-epoch="0"]');
    // As long as the pictures are on the page, the run is trained on with them.
    await goTo("#/runs");
    await actOnRun(page, /^Train further in Build/, "link");
    await page.getByText("Goes on from the run conv16x3-pool2-conv32x3-pool2, with its weights.").waitFor();
    await ready(page);
    await page.getByText("2 classes, each picture 32 x 32 x 1.").waitFor();
    await page.getByRole("button", { name: "One batch" }).click();
    await expect.poll(() => batches(page)).toBe(1);
  },
);

it(
  "on a phone play is there without scrolling, the network scrolls sideways, and a layer is added and trained",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/build?rows=200&net=conv4x5-pool2-conv4x3",
      width: 360,
      height: 740,
      touch: true,
    });
    await ready(page);
    const box = await page.getByRole("button", { name: "Play" }).boundingBox();
    expect((box?.y ?? 740) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
    const row = page.getByRole("list", { name: /^The network/ });
    const widths = await row.evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth] as const);
    expect(widths[0]).toBeGreaterThan(widths[1]);
    const dropout = page.getByRole("button", { name: "Dropout", exact: true });
    await dropout.tap();
    await expect.poll(() => page.locator('[data-layer="dropout"]').count()).toBe(1);
    await ready(page);
    // From wherever one is, play is under the thumb.
    await page.getByRole("button", { name: "Play" }).tap();
    await expect.poll(() => batches(page)).toBeGreaterThan(5);
    const maps = page.getByRole("application", { name: /^Maps of Convolution/ }).first();
    await maps.tap({ position: { x: 20, y: 20 } });
    await page.getByRole("region", { name: "How one number comes about" }).waitFor();
    await page.getByRole("button", { name: "Pause" }).tap();
    await ready(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  },
);

it(
  "points that are clicked into the plane are told apart, on a phone and in Chinese",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/build?kind=plane&data=own&lang=zh&theme=dark&rate=0.03",
      width: 360,
      height: 740,
    });
    await page.getByText("请在平面上点出两类的点。").waitFor();
    const plane = page.getByRole("application");
    const click = async (x: number, y: number): Promise<void> => plane.click({ position: { x, y } });
    for (const at of [60, 90, 120]) await click(at, 60);
    await page.getByLabel("B", { exact: true }).check();
    for (const at of [60, 90, 120]) await click(at, 250);
    await plane.press("ArrowRight");
    await plane.press(" ");
    await ready(page);
    expect(new URLSearchParams(page.url().split("?")[1]).get("points")).toMatch(/^(a....){3}(b....){4}$/);
    await page.getByRole("button", { name: "开始" }).click();
    await page.locator("dd", { hasText: "100.0%" }).waitFor();
    await page.getByRole("button", { name: "暂停" }).click();
    await ready(page);
    await page.getByText("A 类 3 个点，B 类 4 个点").waitFor();
    const axe = await axeChecks(page);
    await axe.check("points of one's own");
    expect(axe.found).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(360);
  },
);
