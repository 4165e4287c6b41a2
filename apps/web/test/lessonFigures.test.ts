import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

function numberAt(page: Page, name: string): Promise<number> {
  return page.locator(`[data-value="${name}"]`).textContent().then(Number);
}

it(
  "the figure of dropout leaves units out, lets the others count for more, and comes to the sum of all",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/networks?left=0.5&turns=1", width: 360 });
    await expect.poll(() => numberAt(page, "dropout-whole")).toBe(1.38);
    // Of each unit its output and, where it takes part, what it adds; the sum at the end.
    const outputs = [0.9, 0.2, 1.4, 0.7, 0, 1.1, 0.5, 0.3];
    const weights = [0.6, -1.1, 0.5, 0.8, 1.3, -0.4, 0.9, -0.7];
    const units = await page
      .locator(".diagram [data-unit]")
      .evaluateAll((groups) =>
        groups.map((group) => [...group.querySelectorAll("text")].map((text) => Number(text.textContent))),
      );
    expect(units.map(([output]) => output)).toEqual(outputs);
    const parts = units.map(([, added]) => added);
    const sum = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    const kept = parts.filter((part) => part !== undefined).length;
    for (const [unit, part] of parts.entries()) {
      const whole = 2 * (outputs[unit] ?? 0) * (weights[unit] ?? 0);
      // Of units that are dropped nothing comes.
      expect(part ?? whole).toBeCloseTo(whole, 2);
    }
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(8);
    expect(await numberAt(page, "dropout")).toBeCloseTo(sum, 1);
    await goTo("#/course/networks?left=0.5&turns=400");
    await expect.poll(async () => Math.abs((await numberAt(page, "dropout-mean")) - 1.38)).toBeLessThan(0.25);
    await goTo("#/course/networks?left=0&turns=3");
    await expect.poll(() => numberAt(page, "dropout")).toBe(1.38);
  },
);

it(
  "the figure of batch normalization shows the numbers of its formula, in training and by the averages",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, {
      hash: "#/course/beyond-the-course?centre=4&spread=2&scale=1.5&move=-0.5&seen=50",
      width: 360,
    });
    const batch = [-1.7, -1.2, -0.9, -0.6, -0.4, -0.1, 0.2, 0.4, 0.5, 0.9, 1.1, 1.8].map(
      (value) => 4 + 2 * value,
    );
    const mean = batch.reduce((sum, value) => sum + value, 0) / 12;
    const variance = batch.reduce((sum, value) => sum + value ** 2, 0) / 12 - mean ** 2;
    const by = (mean: number, variance: number): number =>
      Number((((5.8 - mean) / (variance + 0.001) ** 0.5) * 1.5 - 0.5).toFixed(2));
    await expect.poll(() => numberAt(page, "batch-norm")).toBe(by(mean, variance));
    let [runningMean, runningVariance] = [0, 1];
    for (let step = 0; step < 50; step += 1) {
      runningMean = 0.99 * runningMean + 0.01 * mean;
      runningVariance = 0.99 * runningVariance + 0.01 * variance;
    }
    expect(await numberAt(page, "batch-norm-later")).toBe(by(runningMean, runningVariance));
    await page.getByText("They differ").waitFor();
    await goTo("#/course/beyond-the-course?seen=1000");
    await page.getByText("the averages have settled").waitFor();
  },
);

it(
  "the figure of double descent measures a peak at as many units as digits, and none with weight decay",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, {
      hash: "#/course/beyond-the-course?show=double-descent",
      width: 360,
    });
    const measure = page.getByRole("button", { name: "Measure", exact: true });
    const unseen = (place: string): Promise<number> =>
      page
        .locator(`[data-place=${place}] td`)
        .nth(1)
        .textContent()
        .then((text) => Number.parseFloat(text ?? ""));
    await measure.click();
    await page.locator("[data-place=same]").waitFor();
    expect(await page.locator("[data-place=same] td").first().textContent()).toBe("100");
    const [fewer, same, most] = [await unseen("fewer"), await unseen("same"), await unseen("most")];
    expect(same).toBeGreaterThan(fewer + 20);
    expect(same).toBeGreaterThan(most + 15);
    await goTo("#/course/beyond-the-course?show=double-descent&decay=some");
    await measure.click();
    await page.locator("[data-place=same]").waitFor({ state: "detached" });
    await page.locator("[data-place=same]").waitFor();
    expect(await unseen("same")).toBeLessThan(same - 20);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);
