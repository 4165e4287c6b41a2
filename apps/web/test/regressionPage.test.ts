import { requireMirror, type Page } from "@minibatch/testing";
import { expect, it } from "vitest";
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
      hash: "#/regression?rate=0.5&epochs=12&standardize=1",
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
    await page.getByText("The learning rate is a number above 0").waitFor();
  },
);

it(
  "the regression page predicts the prices of the course for 3 to 7 rooms in Boston",
  patience,
  async (context) => {
    const datasets = { mirror: requireMirror(context), names: ["boston-housing"] };
    const { page } = await openApp(context, { hash: "#/regression?lang=zh", datasets });
    await page.getByRole("button", { name: "拟合直线" }).click();
    await page.waitForSelector("[data-status=done]");
    // The figures of the source, within what the recipe boston-linear allows.
    for (const [row, price] of [11, 14.4, 17.9, 21.3, 24.8].entries()) {
      expect(Math.abs(((await predictions(page))[row] ?? 0) - price), `${row + 3} rooms`).toBeLessThan(1);
    }
  },
);
