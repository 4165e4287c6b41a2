import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { finishedRun, keepRuns } from "./keptRuns.ts";
import { openApp } from "./openApp.ts";
import { fillClass, pictures } from "./ownPictures.ts";
import { patience } from "./patience.ts";

const phone = { width: 360, height: 740, touch: true };

/** Nothing is wider than the screen. */
async function fits(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}

/** Moves a finger through points of the screen. */
async function swipe(
  page: Page,
  points: readonly { readonly x: number; readonly y: number }[],
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  for (const [index, point] of points.entries()) {
    const type = index === 0 ? "touchStart" : "touchMove";
    await devtools.send("Input.dispatchTouchEvent", { type, touchPoints: [point] });
  }
  await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

it(
  "on a phone a digit is drawn with a finger, and its answer seen without scrolling",
  patience,
  async (context) => {
    const { page } = await openApp(context, { ...phone, hash: "#/draw" });
    await page.waitForSelector('[data-answer]:not([data-answer=""])');
    await page.getByRole("button", { name: "Clear" }).tap();
    await page.waitForSelector('[data-answer=""]');
    await page.evaluate(() => scrollTo(0, 0));
    const pad = await page.locator(".pad canvas").boundingBox();
    if (!pad) throw new Error("The pad is not on the page.");
    await swipe(
      page,
      Array.from({ length: 33 }, (_, at) => {
        const angle = (at / 32) * 2 * Math.PI;
        return {
          x: pad.x + pad.width * (0.5 + 0.22 * Math.sin(angle)),
          y: pad.y + pad.height * (0.5 - 0.36 * Math.cos(angle)),
        };
      }),
    );
    await page.waitForSelector('[data-answer="0"]');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (const selector of [".pad", ".reading"]) {
      const box = await page.locator(selector).boundingBox();
      expect(box?.y, selector).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 740), selector).toBeLessThanOrEqual(740);
    }
    await fits(page);
  },
);

it(
  "on a phone pictures of two classes are learned, another one told right, and one moved and trained on",
  patience,
  async (context) => {
    const { page } = await openApp(context, { ...phone, hash: "#/own" });
    const done = (): Promise<unknown> => page.waitForSelector('[data-own-status="done"]', patience);
    await fillClass(page, 0, "disc", pictures("disc", 0, 15));
    await fillClass(page, 1, "bar", [
      ...pictures("bar", 0, 14),
      ...pictures("disc", 90, 1).map((file) => ({ ...file, name: "lost.bmp" })),
    ]);
    await page.getByRole("button", { name: "Train", exact: true }).tap();
    await done();
    await page.getByRole("button", { name: /^lost\.bmp/ }).tap();
    await page.getByRole("button", { name: "Move to disc" }).tap();
    await page.getByRole("button", { name: "Train again" }).tap();
    await expect.poll(() => page.getByText("The data have changed since").count(), patience).toBe(0);
    await done();
    for (const kind of ["disc", "bar"] as const) {
      await page
        .getByLabel("Try it")
        .locator("input[type=file]")
        .setInputFiles(pictures(kind, 60, 1));
      await page.waitForSelector(`[data-answer="${kind}"]`);
    }
    await fits(page);
  },
);

it(
  "on a phone runs are cards with name and result, two that are ticked are overlaid, and what else can be done opens by a tap",
  patience,
  async (context) => {
    const { page } = await openApp(context, { ...phone, hash: "#/runs" });
    await keepRuns(page, [
      finishedRun("a", { learningRate: 0.0001, epochs: 8 }, 2),
      finishedRun("b", { learningRate: 0.01, epochs: 8 }, 1),
    ]);
    const cards = page.locator(".library tbody tr");
    await expect.poll(() => cards.count()).toBe(2);
    const [card, name, result] = await Promise.all([
      cards.first().boundingBox(),
      cards.first().locator(".run-name").boundingBox(),
      cards.first().getByText("90.00 %").boundingBox(),
    ]);
    // In one line, within the card, within the screen.
    expect(Math.abs((name?.y ?? 0) - (result?.y ?? 99))).toBeLessThan(12);
    expect((result?.x ?? 360) + (result?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
    await fits(page);
    // Cards to the eye, a table to a screen reader.
    expect(await page.getByRole("table").getByRole("row").count()).toBe(3);

    for (const index of [0, 1]) await page.getByRole("checkbox").nth(index).tap();
    await expect.poll(() => page.locator(".curves figure").count()).toBe(2);
    await fits(page);
    const save = cards.first().getByRole("button", { name: /^Save:/ });
    expect(await save.isVisible()).toBe(false);
    await cards.first().locator("summary").tap();
    const download = page.waitForEvent("download");
    await save.tap();
    expect((await download).suggestedFilename()).toBe("digits-cnn.zip");
    await fits(page);
  },
);
