import { expect, it } from "vitest";
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it(
  "the course prints what was reached: each lesson's questions and tasks with their days, a name, and nothing to press",
  patience,
  async (context) => {
    // As a browser has it that was here before days were kept.
    const { page, goTo } = await openApp(context, {
      hash: "#/course?theme=dark",
      width: 360,
      prelude: 'localStorage["minibatch-lessons"] ??= "question:colour question:gone task:leap@2026-03-05";',
    });
    await page.getByRole("link", { name: "What you have reached, to print" }).click();
    await page.getByRole("heading", { level: 1, name: "What you have reached" }).waitFor();
    const step = (name: string) => page.locator(`[data-step="${name}"]`);
    await expect.poll(() => step("task:leap").textContent()).toMatch(/^Task: .+ March 5, 2026$/);
    await expect.poll(() => step("question:colour").textContent()).toMatch(/^Question: .+\? done$/);
    await expect.poll(() => step("question:leap").textContent()).toMatch(/ open$/);
    const all = await page.locator("[data-step]").count();
    await page.getByText(`2 of ${all} questions and tasks done`).waitFor();
    await expect.poll(() => page.locator(".reached h2").count()).toBe(8);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const { check, found } = await axeChecks(page);
    await check("what was reached");
    expect(found).toEqual([]);

    await page.getByLabel("Name on the page").fill("Ada L.");
    await goTo("#/course/gradient-descent?lang=zh");
    await page.locator("[data-question=leap] input").nth(2).press("Space");
    await page.locator("[data-question=leap] input").nth(1).press("Space");
    await page.locator("[data-question=leap] input").nth(0).press("Space");
    await goTo("#/course/reached?lang=zh");
    const today = new Intl.DateTimeFormat("zh-Hans", { dateStyle: "long" }).format(new Date());
    await expect.poll(() => step("question:leap").textContent()).toMatch(new RegExp(`^问题: .+ ${today}$`));
    // It was known already: the day of a later answer is not the day that it was first done.
    await expect.poll(() => step("task:leap").textContent()).toMatch(/2026年3月5日$/);

    await page.emulateMedia({ media: "print" });
    for (const button of await page.getByRole("button").all()) expect(await button.isVisible()).toBe(false);
    expect(await page.getByLabel("页面上的姓名").inputValue()).toBe("Ada L.");
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe("rgb(252, 252, 251)");
  },
);
