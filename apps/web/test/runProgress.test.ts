import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "what trains shows how far it is on every page, has the browser ask before it closes, and its end is said",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/train?epochs=300&limit=640&backend=wasm" });
    const asks = (): Promise<boolean> =>
      page.evaluate(() => !globalThis.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await expect.poll(() => asks()).toBe(false);
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector(".epochs");
    await page.locator('nav a[href^="#/course"]').click();
    const progress = page.locator(".run-progress");
    await expect.poll(() => progress.textContent()).toMatch(/^digits-cnn is under way\d+\s%$/);
    await expect.poll(() => asks()).toBe(true);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await progress.click();
    await page.getByRole("button", { name: "Stop" }).click();
    const end = page.locator("[role=status][data-run-end]");
    await expect
      .poll(() => end.textContent())
      .toMatch(/^digits-cnn has finished: it gets [\d.]+\s% of the test set right\.$/);
    await expect.poll(() => progress.count()).toBe(0);
    await expect.poll(() => asks()).toBe(false);

    // So do a line and a network that one builds, in the same place.
    await goTo("#/regression?data=drawn&epochs=1000");
    await page.getByRole("button", { name: "Fit the line" }).click();
    await page.locator('nav a[href^="#/course"]').click();
    await expect
      .poll(() => progress.textContent())
      .toMatch(/^The training on the Regression page is under way/);
    await expect.poll(() => asks()).toBe(true);
    await progress.click();
    await page.getByRole("button", { name: "Stop" }).click();
    await expect.poll(() => end.textContent()).toBe("The training on the Regression page was stopped.");

    await goTo("#/build?kind=plane");
    await page.waitForSelector('[data-build-status="ready"]');
    await page.getByRole("button", { name: "One batch" }).click();
    await page.waitForSelector('[data-batches="1"]');
    // A single batch is no training that one would hear of.
    await expect.poll(() => end.textContent()).toBe("The training on the Regression page was stopped.");
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(() => progress.textContent()).toMatch(/^The training on the Build page is under way/);
    await expect.poll(() => asks()).toBe(true);
    await expect.poll(() => end.textContent()).toBe("");
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => end.textContent()).toBe("The training on the Build page is paused.");
    await expect.poll(() => asks()).toBe(false);
  },
);
