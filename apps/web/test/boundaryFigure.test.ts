import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { parsePoints, pointsText } from "../src/network/pointsText.ts";
import type { PlanePoint } from "@minibatch/recipes";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const points: readonly PlanePoint[] = [
  { x: -0.5, y: 0.5, label: 0 },
  { x: -0.2, y: -0.8, label: 0 },
  { x: 0.6, y: 0.1, label: 1 },
  { x: 0.3, y: -0.4, label: 1 },
];

/** The mean of `-log p` of the right class, written out. */
function crossEntropy([a = 0, b = 0, c = 0]: readonly number[], points: readonly PlanePoint[]): number {
  const losses = points.map(({ x, y, label }) => {
    const p = 1 / (1 + Math.exp(-(a * x + b * y + c)));
    return -Math.log(label === 1 ? p : 1 - p);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / points.length;
}

function parameterOf(page: Page, name: string): string {
  return new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get(name) ?? "";
}

it(
  "the line of a neuron shows its loss, steps down it by its slope, and parts what a line can part",
  patience,
  async (context) => {
    const start = [0.5, -1, 0.25];
    const { page, goTo } = await openApp(context, {
      hash: `#/course/networks?dots=${pointsText(points)}&tilt1=0.5&tilt2=-1&shift=0.25`,
    });
    const loss = async (): Promise<number> => Number(await page.textContent('[data-value="boundary"]'));
    const right = (): Promise<string | null> => page.textContent('[data-value="boundary-right"]');
    await expect.poll(loss).toBe(Number(crossEntropy(start, points).toFixed(3)));
    const figure = page.locator(".lesson-figure", { has: page.locator("#boundary") });
    await figure.getByRole("button", { name: "One step" }).click();
    // By the slope of the loss as two near losses show it.
    const wanted = start.map((value, at) => {
      const near = (by: number): number =>
        crossEntropy(
          start.map((other, index) => (index === at ? other + by : other)),
          points,
        );
      return value - (near(1e-5) - near(-1e-5)) / 2e-5;
    });
    const now = (): number[] => ["tilt1", "tilt2", "shift"].map((name) => Number(parameterOf(page, name)));
    await expect.poll(now).not.toEqual(start);
    for (const [at, value] of wanted.entries()) expect(now()[at]).toBeCloseTo(value, 3);

    await goTo("#/course/networks");
    await expect.poll(right).not.toBe("10 of 10");
    await figure.getByRole("button", { name: "50 steps" }).click();
    await expect.poll(right).toBe("10 of 10");
    await figure.getByLabel("Points").selectOption("corners");
    for (let times = 0; times < 4; times += 1) {
      await figure.getByRole("button", { name: "50 steps" }).click();
    }
    await expect.poll(right).not.toBe("10 of 10");
  },
);

it(
  "points of the line of a neuron are moved by a pointer and by arrow keys with Shift, and change their class by a click and by Enter",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: `#/course/networks?show=boundary&dots=${pointsText(points)}`,
      width: 360,
    });
    const rounded = (value: number): number => Math.round(value * 1000) / 1000;
    const kept = (): readonly PlanePoint[] =>
      parsePoints(parameterOf(page, "dots")).map(({ x, y, label }) => ({
        x: rounded(x),
        y: rounded(y),
        label,
      }));
    const point = (at: number) => page.locator(".boundary .point").nth(at);
    await point(3).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await point(0).scrollIntoViewIfNeeded();
    const plane = await page.locator("svg.boundary").boundingBox();
    const box = await point(0).boundingBox();
    if (!plane || !box) throw new Error("The plane has no place.");
    const [left, top] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(left, top);
    await page.mouse.down();
    await page.mouse.move(plane.x + plane.width * 0.75, plane.y + plane.height * 0.25, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => kept()[0]?.x).toBeCloseTo(0.5, 1);
    expect(kept()[0]?.y).toBeCloseTo(0.5, 1);
    expect(kept()[0]?.label).toBe(0);
    expect(kept().slice(1)).toEqual(points.slice(1));

    await point(1).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowUp");
    await expect.poll(() => kept()[1]).toEqual({ x: -0.15, y: -0.75, label: 0 });
    await page.keyboard.press("Enter");
    await expect.poll(() => kept()[1]?.label).toBe(1);
    await point(2).click();
    await expect.poll(() => kept()[2]?.label).toBe(0);
    expect(await point(2).getAttribute("aria-label")).toBe("A disc at 0.6, 0.1");
  },
);

it(
  "points of the line of a neuron are one stop of the tab key, and the arrow keys lead to the nearest that way",
  patience,
  async (context) => {
    const { page } = await openApp(context, {
      hash: `#/course/networks?dots=${pointsText(points)}`,
    });
    const stops = page.locator(".boundary .point[tabindex='0']");
    await expect.poll(() => stops.count()).toBe(1);
    const at = (): Promise<number> =>
      page.evaluate(() =>
        [...document.querySelectorAll(".boundary .point")].findIndex(
          (point) => point === document.activeElement,
        ),
      );
    const before = page
      .locator(".lesson-figure", { has: page.locator("#boundary") })
      .getByRole("button", { name: "Begin anew" });
    const tabThere = async (): Promise<number> => {
      await before.focus();
      await page.keyboard.press("Tab");
      return at();
    };
    await expect.poll(tabThere).toBe(0);
    // From -0.5 to -0.2, 0.3 and 0.6 along, and no farther.
    for (const wanted of [1, 3, 2, 2]) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(at).toBe(wanted);
    }
    // From 0.1 to -0.4 down, and to -0.8.
    for (const wanted of [3, 1]) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(at).toBe(wanted);
    }
    await page.keyboard.press("Home");
    await expect.poll(at).toBe(0);
    await page.keyboard.press("End");
    await expect.poll(at).toBe(3);
    expect(parameterOf(page, "dots")).toBe(pointsText(points));
    await page.keyboard.press("Tab");
    await expect.poll(at).toBe(-1);
    await page.keyboard.press("Shift+Tab");
    await expect.poll(at).toBe(3);
  },
);
