import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "a figure says its values under the pointer and as a table, and its words are as large at 360 px",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/networks" });
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
    // The styles of another page that was open before change nothing here.
    await goTo("#/draw");
    await page.locator(".sheets canvas").first().waitFor();
    await goTo("#/course/networks");
    await expect
      .poll(() =>
        drawing.evaluate((svg) => svg.getBoundingClientRect().width === svg.parentElement?.clientWidth),
      )
      .toBe(true);
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

it.for(["", "?present=1"])(
  "a part of a figure is shown alone by dragging over it and by the keyboard, as high as what it shows, and all of it again: #/course/networks%s",
  patience,
  async (parameters, context) => {
    const { page } = await openApp(context, { hash: `#/course/networks${parameters}` });
    const figure = page.locator("figure.chart").filter({ hasText: "Sigmoid" });
    const drawing = figure.locator("svg[role=img]");
    const shown = figure.locator(".zoom [role=status]");
    const heights = (): Promise<string[]> => drawing.locator("text[text-anchor=end]").allTextContents();
    await drawing.waitFor();
    await drawing.scrollIntoViewIfNeeded();
    const whole = await heights();
    const box = await drawing.boundingBox();
    if (!box) throw new Error("The figure has no place.");
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.6, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, middle, { steps: 4 });
    await expect.poll(() => drawing.locator(".dragged").count()).toBe(1);
    await page.mouse.up();
    await expect.poll(() => shown.textContent()).toMatch(/^x? ?[\d.]+ to [\d.]+$/);
    const [from = 0, to = 0] = ((await shown.textContent()) ?? "").match(/[\d.]+/g)?.map(Number) ?? [];
    // Six and eight tenths of the width, of which the axis takes some, of what goes from -4 to 4; in large type, too.
    expect(Math.abs(from - 0.6)).toBeLessThan(0.25);
    expect(Math.abs(to - 2.4)).toBeLessThan(0.25);
    await expect.poll(heights).not.toEqual(whole);
    await drawing.hover();
    const read = Number((await figure.locator(".reading strong").textContent())?.match(/-?[\d.]+/)?.[0]);
    expect(read).toBeGreaterThanOrEqual(from);
    expect(read).toBeLessThanOrEqual(to);
    await figure.getByRole("button", { name: "Show all" }).press("Enter");
    await expect.poll(() => shown.textContent()).toBe("");
    await expect.poll(heights).toEqual(whole);

    // The button that was pressed is gone: the keyboard goes on at the one that stays.
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? null);
    await expect.poll(focused).toBe("Zoom in");
    await page.keyboard.press("Enter");
    const spanOf = async (): Promise<number> => {
      const [a = 0, b = 0] = ((await shown.textContent()) ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [];
      return b - a;
    };
    await expect.poll(spanOf).toBeGreaterThan(0);
    const half = await spanOf();
    await page.keyboard.press("Enter");
    await expect.poll(spanOf).toBeLessThan(half);
    const before = await shown.textContent();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    await expect.poll(focused).toBe("Move right");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown.textContent()).not.toBe(before);
    expect(await figure.locator(".zoom button[tabindex='0']").count()).toBe(1);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
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
