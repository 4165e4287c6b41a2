import { requireMirror, type Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The second column of the table of predictions. */
async function predictions(page: Page): Promise<number[]> {
  const cells = await page.locator(".predictions tbody td:last-child").allTextContents();
  return cells.map(Number);
}

it(
  "the regression page fits drawn points as its address says, stops, and says how to get the real ones",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: "#/regression?rate=0.5&epochs=12",
      width: 360,
    });
    await page.getByRole("heading", { name: "Boston housing is not on this server" }).waitFor();
    await page.getByRole("button", { name: "Fit the line" }).click();
    await page.waitForSelector("[data-status=done]");
    await page.getByText("12 / 12").waitFor();
    const learned = await predictions(page);
    // They are drawn about 6 x - 14, which is 19 in the middle.
    expect(learned.every((price, row) => row === 0 || price > (learned[row - 1] ?? 0))).toBe(true);
    expect(learned[2]).toBeGreaterThan(15);
    expect(learned[2]).toBeLessThan(23);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    await page.getByRole("spinbutton", { name: "Epochs" }).fill("1000");
    await page.getByRole("button", { name: "Fit again" }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.waitForSelector("[data-status=stopped]");
    await page.getByRole("spinbutton", { name: "Learning rate" }).fill("-1");
    await page.getByText("The learning rate must be a number above 0").waitFor();
  },
);

it(
  "a line is dragged and slid with its loss, and what is fitted comes as near as the line of least squares",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/regression?data=drawn" });
    const cell = async (row: number, column: number): Promise<number> =>
      Number(await page.locator(".lines tbody tr").nth(row).locator("td").nth(column).textContent());
    const handle = page.locator("[data-handle]");
    await handle.nth(1).waitFor();
    await handle.nth(1).scrollIntoViewIfNeeded();
    const level = await cell(0, 2);
    for (const [at, up] of [
      [0, 40],
      [1, -40],
    ] as const) {
      const box = await handle.nth(at).boundingBox();
      if (!box) throw new Error("The handle has no place.");
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + up, { steps: 5 });
      await page.mouse.up();
      // The handle stays under the pointer.
      await expect
        .poll(async () => ((await handle.nth(at).boundingBox())?.y ?? 0) - box.y)
        .toBeCloseTo(up, 0);
    }
    // To drag the line is not to zoom.
    expect(await page.locator(".scatter .zoom button").count()).toBe(1);
    expect(await cell(0, 0)).toBeGreaterThan(0);
    const dragged = await cell(0, 2);
    expect(dragged).toBeLessThan(level);

    const slope = page.getByLabel("Slope of your line");
    const before = await cell(0, 0);
    await slope.press("ArrowRight");
    await expect.poll(() => cell(0, 0)).toBeGreaterThan(before);
    const intercept = await cell(0, 1);
    await page.getByLabel("Intercept of your line").press("ArrowLeft");
    await expect.poll(() => cell(0, 1)).toBeLessThan(intercept);
    expect(await cell(0, 2)).not.toBe(dragged);

    await page.getByRole("button", { name: "Fit the line" }).click();
    await page.waitForSelector("[data-status=done]");
    await expect
      .poll(() => page.locator(".lines tbody th").allTextContents())
      .toEqual([" Fitted", " Least squares", " Yours"]);
    const [fitted, least, own] = [await cell(0, 2), await cell(1, 2), await cell(2, 2)];
    expect(least).toBeLessThanOrEqual(Math.min(fitted, own));
    expect(fitted).toBeLessThan(least * 1.01);
    const { check, found } = await axeChecks(page);
    await check("a fitted line");
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await check("a fitted line at 360 px");
    expect(found).toEqual([]);
  },
);

it(
  "the regression page predicts the prices of the course for 3 to 7 rooms in Boston",
  patience,
  async (context) => {
    const datasets = { mirror: requireMirror(context), names: ["boston-housing"] };
    const { page } = await openApp(context, { hash: "#/regression?lang=zh", datasets });
    await page.getByRole("button", { name: "按课程的设置" }).click();
    await page.getByRole("button", { name: "拟合直线" }).click();
    await page.waitForSelector("[data-status=done]");
    // The figures of the source, within what the recipe boston-linear allows.
    for (const [row, price] of [11, 14.4, 17.9, 21.3, 24.8].entries()) {
      expect(Math.abs(((await predictions(page))[row] ?? 0) - price), `${row + 3} rooms`).toBeLessThan(1);
    }
  },
);
