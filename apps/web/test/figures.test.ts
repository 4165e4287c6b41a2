import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "a figure says its values under the pointer and as a table, and its words are as large at 360 px",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/learn" });
    const figure = page.locator("figure.chart").filter({ hasText: "Sigmoid" });
    const drawing = figure.locator("svg[role=img]");
    await drawing.waitFor();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await expect
        .poll(() =>
          drawing.evaluate((svg) => {
            const { width } = svg.getBoundingClientRect();
            return Math.abs(width - (svg as SVGSVGElement).viewBox.baseVal.width);
          }),
        )
        .toBeLessThan(1.5);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await drawing.hover();
    await expect.poll(() => figure.locator(".reading").textContent()).toMatch(/Sigmoid [\d.]+/);
    await page.mouse.move(0, 0);
    await expect.poll(() => figure.locator(".reading").count()).toBe(0);
    const table = figure.locator("details");
    await expect.poll(() => table.locator("tbody tr").count()).toBe(0);
    await table.locator("summary").press("Enter");
    await expect.poll(() => table.locator("tbody tr").count()).toBeGreaterThan(80);
    await expect.poll(() => table.locator("thead th").count()).toBe(3);
  },
);

it(
  "a grid of buttons is one stop of the tab key, and the arrow keys lead on in it",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/data?dataset=synthetic-digits" });
    const buttons = page.locator(".samples button");
    await buttons.nth(3).waitFor();
    const stops = (): Promise<number> => page.locator(".samples button[tabindex='0']").count();
    await expect.poll(() => stops()).toBe(1);
    await page.locator(".samples button[tabindex='0']").focus();
    const at = (): Promise<number> =>
      page.evaluate(() =>
        [...document.querySelectorAll(".samples button")].findIndex(
          (button) => button === document.activeElement,
        ),
      );
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => at()).toBe(1);
    await page.keyboard.press("ArrowDown");
    const below = await at();
    expect(below).toBeGreaterThan(2);
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => at()).toBe(1);
    await page.keyboard.press("End");
    await expect.poll(() => at()).toBe((await buttons.count()) - 1);
    await expect.poll(() => stops()).toBe(1);
    await page.keyboard.press("Tab");
    await expect.poll(() => at()).toBe(-1);
  },
);
