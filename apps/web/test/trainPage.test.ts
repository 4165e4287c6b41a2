import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

function statusIs(page: Page, status: string): Promise<unknown> {
  return page.waitForSelector(`[data-status="${status}"]`, { timeout: 160_000 });
}

function click(page: Page, name: string): Promise<void> {
  return page.getByRole("button", { name, exact: true }).click();
}

/** The accuracy on the test set, as the page shows it. */
async function testAccuracy(page: Page): Promise<number> {
  const figures = (await page.textContent(".figures")) ?? "";
  return Number(/Test accuracy([\d.]+)%/.exec(figures)?.[1]);
}

/** How many epochs the page knows to be over. */
async function finishedEpochs(page: Page): Promise<number> {
  return page.locator(".epochs tbody tr").count();
}

it(
  "one click on the first view trains on synthetic digits to 0.9; pause, reload and go on reach the end",
  patience,
  async (context) => {
    const { page } = await openApp(context);
    await click(page, "Train a network");
    await page.waitForFunction(() => document.querySelectorAll(".epochs tbody tr").length >= 1, null, {
      timeout: 120_000,
    });
    await click(page, "Pause");
    await statusIs(page, "paused");
    const paused = await page.textContent(".figures");
    await click(page, "Go on");
    await statusIs(page, "running");
    expect(paused).toContain("of 5");
    await page.waitForFunction(() => document.querySelectorAll(".epochs tbody tr").length >= 2, null, {
      timeout: 120_000,
    });

    await page.reload();
    await click(page, "Go on");
    await statusIs(page, "running");
    expect(await finishedEpochs(page)).toBeGreaterThanOrEqual(2);
    await statusIs(page, "done");
    expect(await testAccuracy(page)).toBeGreaterThan(90);
    expect(await finishedEpochs(page)).toBe(5);
  },
);

it(
  "while it trains the page has no task above 50 ms, and a stop takes effect within 200 ms",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=3" });
    await page.waitForSelector("button.primary:not(:disabled)");
    await page.evaluate(() => {
      const tasks: number[] = [];
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map(({ duration }) => duration)),
      ).observe({
        entryTypes: ["longtask"],
      });
      Object.assign(globalThis, { tasks });
    });
    await click(page, "Start training");
    await page.waitForFunction(() => document.querySelectorAll(".epochs tbody tr").length >= 1, null, {
      timeout: 120_000,
    });
    const milliseconds = await page.evaluate(async () => {
      const button = [...document.querySelectorAll("button")].find(
        ({ textContent }) => textContent === "Stop",
      );
      const started = performance.now();
      button?.click();
      // The worker has written its checkpoint and computes no more of the training.
      while (
        /running|stopping/.test(document.querySelector("[data-status]")?.getAttribute("data-status") ?? "")
      ) {
        await new Promise(requestAnimationFrame);
      }
      return performance.now() - started;
    });
    expect(milliseconds).toBeLessThan(200);
    await statusIs(page, "done");
    expect(await testAccuracy(page)).toBeGreaterThan(70);
    const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
    expect(Math.max(0, ...tasks)).toBeLessThanOrEqual(50);
  },
);
