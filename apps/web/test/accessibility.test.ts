import { expect, it } from "vitest";
import { pages } from "../src/pages/pages.ts";
import { axeChecks, themesAndLanguages } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const ids = pages.map(({ id }) => id);

it(
  "axe-core finds no violation on any page, in light and dark, in English and Chinese",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: `#/${ids[0]}` });
    const { check, found } = await axeChecks(page);
    for (const id of ["", ...ids]) {
      for (const { theme, lang } of themesAndLanguages) {
        await goTo(`#/${id}?theme=${theme}&lang=${lang}`);
        await page.waitForSelector(`html[data-theme="${theme}"] main h1`);
        await check(`${id} ${theme} ${lang}`);
      }
    }
    // What stands there when a name in the address is of nothing.
    for (const hash of [
      "data?dataset=nope",
      "evaluate?model=nope",
      "train?recipe=nope&backend=nope",
      "nope",
    ]) {
      await goTo(`#/${hash}`);
      await page.waitForSelector('main :is([role="alert"], .notice, h1)');
      await check(hash);
    }
    expect(found).toEqual([]);
  },
);

it(
  "the keyboard alone leads past the navigation to the content, and through the navigation to every page",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: `#/${ids[0]}` });
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.id || (document.activeElement?.textContent ?? ""));
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("main");

    const named = pages.filter(({ within }) => within === undefined).map(({ id }) => id);
    for (const [index, id] of [...named.entries()].reverse()) {
      await page.locator(".brand").focus();
      for (let step = 0; step <= index; step += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForSelector(`nav a[aria-current="page"][href^="#/${id}"]`);
      // There a screen reader goes on.
      await expect.poll(focused).toBe("main");
    }
  },
);

it(
  "what takes the focus so that reading goes on there has no frame, and what one uses has one",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: `#/${ids[0]}` });
    const frame = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(await frame()).toBe("none");
    await page.keyboard.press("Tab");
    expect(await frame()).toBe("solid");
    await page.locator('nav a[href^="#/course"]').focus();
    await page.keyboard.press("Enter");
    await goTo("#/course/classification?show=softmax");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("lesson-figure");
    expect(await frame()).toBe("none");
  },
);
