import { expect, it } from "vitest";
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "an address makes the type large and hides what it names, and every link keeps it so; the run it sets up trains",
  patience,
  async (context) => {
    const hash = "#/train?epochs=1&limit=320&backend=wasm";
    const { page, goTo } = await openApp(context, { hash: `${hash}&present=1&hide=nav+settings+nope` });
    const isShown = (selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
    const size = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(await size()).toBe("22px");
    expect(await isShown(".header nav")).toBe(false);
    expect(await isShown(".preferences")).toBe(false);
    expect(await isShown(".beside > form select")).toBe(false);
    await page.getByRole("button", { name: "Start training", exact: true }).click();
    await page.waitForSelector('[data-status="done"]');

    // On to the next page as the class sees it, by a link of the page.
    await page.getByRole("link", { name: "Evaluate it" }).click();
    await page.waitForSelector(".confusion");
    expect(page.url()).toMatch(/present=1/);
    expect(page.url()).toMatch(/hide=nav/);
    expect(await size()).toBe("22px");
    expect(await isShown(".header nav")).toBe(false);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const { check, found } = await axeChecks(page);
    await check("presenting");
    expect(found).toEqual([]);

    await page.setViewportSize({ width: 1280, height: 900 });
    await goTo(hash);
    await expect.poll(size).toBe("16px");
    await expect.poll(() => isShown(".header nav")).toBe(true);
    await expect.poll(() => isShown(".beside > form select")).toBe(true);

    // On paper there is what was reached, and nothing to press.
    await goTo("#/runs");
    await page.waitForSelector(".library tbody tr");
    await page.emulateMedia({ media: "print" });
    expect(await isShown(".library tbody tr")).toBe(true);
    expect(await isShown(".header nav")).toBe(false);
    expect(await isShown(".library button")).toBe(false);
  },
);
