import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** Draws one line with the mouse, through points given as shares of the pad's sides. */
async function draw(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator(".pad canvas").boundingBox();
  if (!box) throw new Error("the pad is not on the page");
  for (const [index, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height);
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

/** What the page reads at this moment; empty for an empty page. */
function answer(page: Page): Promise<string | null> {
  return page.getAttribute("[data-answer]", "data-answer");
}

const one = [0.1, 0.3, 0.5, 0.7, 0.9].map((y) => [0.55 - 0.08 * y, y] as const);
const zero = Array.from({ length: 33 }, (_, at) => {
  const angle = (at / 32) * 2 * Math.PI;
  return [0.5 + 0.22 * Math.sin(angle), 0.5 - 0.36 * Math.cos(angle)] as const;
});

it(
  "the drawing page shows an example that is read already, then reads a drawn 1 and 0, and undoes",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/draw" });
    await expect.poll(() => answer(page)).toMatch(/^[0-9]$/);

    await draw(page, one);
    await expect.poll(() => answer(page)).toBe("1");
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => answer(page)).toBe("");
    await draw(page, zero);
    await expect.poll(() => answer(page)).toBe("0");
    await draw(page, one);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => answer(page)).toBe("0");
  },
);

it("the drawing page shows what each convolution sees", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/draw" });
  const sheets = page.locator(".sheets canvas");
  await sheets.nth(1).waitFor();
  expect(await sheets.count()).toBe(2);
  expect(await page.locator(".sheets figcaption").allTextContents()).toEqual([
    "Convolution 1: 32 filters, 26 x 26 pixels each",
    "Convolution 2: 64 filters, 11 x 11 pixels each",
  ]);
  const bright = await sheets.first().evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data;
    return pixels?.some((value, at) => at % 4 === 0 && value === 255);
  });
  expect(bright).toBe(true);
});

it("the drawing page is drawn on with the keyboard alone, in Chinese too", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/draw?lang=zh", width: 360 });
  await expect.poll(() => answer(page)).toMatch(/^[0-9]$/);
  await page.getByRole("button", { name: "清空" }).click();
  await page.locator(".pad canvas").focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  for (let step = 0; step < 20; step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect.poll(() => answer(page)).toBe("1");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

it("on a phone the answer is on the screen together with the pad", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/draw", width: 360, height: 740 });
  await expect.poll(() => answer(page)).toMatch(/^[0-9]$/);
  for (const selector of [".pad", ".reading"]) {
    const box = await page.locator(selector).boundingBox();
    expect(box?.y, selector).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 740), selector).toBeLessThanOrEqual(740);
  }
  await page.getByRole("button", { name: "Clear" }).click();
  await draw(page, zero);
  await expect.poll(() => answer(page)).toBe("0");
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
