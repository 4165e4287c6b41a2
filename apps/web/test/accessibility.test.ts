import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { pages } from "../src/app/pages.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const soon = { timeout: 30_000 };

/** As much of axe-core's report as is shown when something is wrong. */
interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** What the page's script of axe-core puts into the page. */
declare const axe: {
  run(): Promise<{ readonly violations: readonly AxeViolation[] }>;
};

/** Waits until the page has not changed for half a second, so that what is checked is there. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 250));
    let same = 0;
    for (let round = 0; round < 40 && same < 2; round += 1) {
      const before = document.body.outerHTML;
      await wait();
      same = document.body.outerHTML === before ? same + 1 : 0;
    }
  });
}

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const ids = pages.map(({ id }) => id);

it("axe-core finds no violation on any page, in light and dark, in English and Chinese", {
  timeout: 400_000,
}, async (context) => {
  const { page, goTo } = await openApp(context, { hash: `#/${ids[0]}` });
  const source = await readFile(axePath, "utf8");
  await page.evaluate(source);
  const found: string[] = [];
  const check = async (where: string): Promise<void> => {
    await atRest(page);
    const violations = await page.evaluate(async () => (await axe.run()).violations);
    for (const { id: rule, help, nodes } of violations) {
      const places = nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
      found.push(`${where}: ${rule}, ${help}\n${places.join("\n")}`);
    }
  };
  for (const id of ["", ...ids]) {
    for (const theme of ["light", "dark"]) {
      for (const language of ["en", "zh"]) {
        await goTo(`#/${id}?theme=${theme}&lang=${language}`);
        await page.waitForSelector(`html[data-theme="${theme}"] main h1`);
        await check(`${id} ${theme} ${language}`);
      }
    }
  }
  // What stands there when a name in the address is of nothing.
  for (const hash of ["data?dataset=nope", "evaluate?model=nope", "train?recipe=nope&backend=nope", "nope"]) {
    await goTo(`#/${hash}`);
    await page.waitForSelector('main :is([role="alert"], .notice, h1)');
    await check(hash);
  }
  expect(found).toEqual([]);
});

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
    await expect.poll(focused, soon).toBe("main");

    for (const [index, id] of [...ids.entries()].reverse()) {
      await page.locator(".brand").focus();
      for (let step = 0; step <= index; step += 1) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForSelector(`nav a[aria-current="page"][href^="#/${id}"]`);
      // There a screen reader goes on.
      await expect.poll(focused, soon).toBe("main");
    }
  },
);

it(
  "what takes the focus so that reading goes on there has no frame, and what one uses has one",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: `#/${ids[0]}` });
    const frame = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("main");
    expect(await frame()).toBe("none");
    await page.keyboard.press("Tab");
    expect(await frame()).toBe("solid");
    await page.locator('nav a[href^="#/learn"]').focus();
    await page.keyboard.press("Enter");
    const idea = page.locator('.ideas a[href*="softmax"]');
    await idea.focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("idea");
    expect(await frame()).toBe("none");
  },
);
