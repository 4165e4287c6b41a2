import { expect, it } from "vitest";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "a run that trains shows how far it is on every page, has the browser ask before it closes, and its end is said",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train?epochs=300&limit=640&backend=wasm" });
    const asks = (): Promise<boolean> =>
      page.evaluate(() => !globalThis.dispatchEvent(new Event("beforeunload", { cancelable: true })));
    await expect.poll(() => asks()).toBe(false);
    await page.getByRole("button", { name: "Start training" }).click();
    await page.waitForSelector(".epochs");
    await page.locator('nav a[href^="#/learn"]').click();
    const progress = page.locator(".run-progress");
    await expect.poll(() => progress.textContent()).toMatch(/^digits-cnn trains\d+%$/);
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
      .toMatch(/^digits-cnn has ended: [\d.]+% of the test set are right\.$/);
    await expect.poll(() => progress.count()).toBe(0);
    await expect.poll(() => asks()).toBe(false);
  },
);
