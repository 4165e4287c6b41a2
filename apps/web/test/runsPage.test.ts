import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { axeChecks, themesAndLanguages } from "./axeChecks.ts";
import { finishedRun, keepRuns, keptIds } from "./keptRuns.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

const slow = finishedRun("a", { learningRate: 0.0001, epochs: 8 }, 2);
const quick = finishedRun("b", { learningRate: 0.01, epochs: 8 }, 1);

const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

it(
  "two ticked runs are drawn over each other, with what is different about them, and the address brings it back",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/runs" });
    await keepRuns(page, [slow, quick]);
    await expect
      .poll(() => page.locator(".library tbody tr").allTextContents())
      .toEqual([
        expect.stringContaining("Learning rate 0.0001"),
        expect.stringContaining("Learning rate 0.01"),
      ]);
    for (const index of [0, 1]) await page.getByRole("checkbox").nth(index).check();
    const curves = page.locator(".curves figure");
    await expect.poll(() => curves.count()).toBe(2);
    await expect
      .poll(() => curves.first().locator(".key").allTextContents())
      .toEqual(["digits-cnn-2", "digits-cnn"]);
    // As they are called in the list: the older one, which stands below, has no number.
    await expect
      .poll(() => page.locator("span.run-name").allTextContents())
      .toEqual(["digits-cnn-2", "digits-cnn"]);
    const paths = await curves
      .first()
      .locator("svg[role=img] g[class^=series] path")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("d")?.split("L").length));
    expect(paths).toEqual([8, 8]);
    const table = page.locator(".compared");
    await expect
      .poll(() => table.locator("tbody").first().locator("tr").allTextContents())
      .toEqual(["Learning rate0.00010.01"]);
    await page.getByLabel("Curves of").selectOption("training");
    expect(page.url()).toMatch(/runs=a(\+|%20)b/);

    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const { check, found } = await axeChecks(page);
    for (const { theme, lang } of themesAndLanguages) {
      await goTo(`#/runs?runs=a+b&theme=${theme}&lang=${lang}`);
      await page.waitForSelector(`html[data-theme="${theme}"] .compared`);
      await check(`${theme} ${lang}`);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    }
    expect(found).toEqual([]);
  },
);

it(
  "a run whose batch normalization saw too few steps says so, in both languages",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/runs" });
    const { result, history, ...run } = finishedRun("c", { epochs: 8 }, 2);
    if (!result) throw new Error("The run has no result.");
    const matrix = Array.from({ length: 10 }, () =>
      Array.from({ length: 10 }, (_, at) => (at === 3 ? 9 : 0)),
    );
    const fault = {
      ...result,
      test: { loss: 14.5, accuracy: 0.1 },
      confusionMatrix: matrix,
      batchNormalization: { momentum: 0.9, steps: 8 },
    };
    await keepRuns(page, [{ ...run, result: fault, history: { ...history, valAccuracy: [0.1] } }]);
    await page.getByRole("checkbox").first().check();
    const lines = page.locator(".diagnosis p");
    await expect
      .poll(() => lines.allTextContents())
      .toEqual([
        expect.stringContaining("It gets 10.0\u00A0% of the test set right."),
        expect.stringMatching(/^It gets 9\d[\d.]*\s% of the training samples right/),
        "Batch normalization predicts by averages that still hold 43\u00A0% of what they began with, after 8 steps at momentum 0.9. Train longer, 29 steps or more (29 such epochs), or lower the momentum.",
      ]);
    await goTo("#/runs?runs=c&lang=zh");
    await expect
      .poll(() => lines.last().textContent())
      .toBe(
        "批归一化按滑动平均来预测，而它们在 8 步之后（动量 0.9）仍保留着初始值的 43%。请训练更久，至少 29 步（这样的 29 轮），或者降低动量。",
      );
  },
);

it("a run is renamed, and stays so; the keyboard is back where it was", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/runs" });
  await keepRuns(page, [slow, quick]);
  await button(page, /^Rename: digits-cnn/).press("Enter");
  await page.getByLabel("New name of digits-cnn-2").fill("slow steps");
  await page.keyboard.press("Enter");
  await page.getByText("It is now called slow steps.").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toMatch(/^Rename/);
  await button(page, /^Rename: digits-cnn/).press("Enter");
  await page.keyboard.type("never mind");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect
    .poll(() => page.locator("span.run-name").allTextContents())
    .toEqual(["slow steps", "digits-cnn"]);
});

it(
  "a run keeps its number when the older one of its name is deleted or renamed, and no later one gets it",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/runs" });
    await page.clock.install();
    const third = { ...slow, id: "third", created: slow.created + 60_000 };
    await keepRuns(page, [slow, quick]);
    const names = (): Promise<string[]> => page.locator("span.run-name").allTextContents();
    await expect.poll(names).toEqual(["digits-cnn-2", "digits-cnn"]);
    await actOnRun(page.getByRole("row", { name: /digits-cnn Rename/ }), /^Delete/);
    await page.clock.fastForward(11_000);
    await expect.poll(() => keptIds(page)).toEqual(["a"]);
    await expect.poll(names).toEqual(["digits-cnn-2"]);
    await keepRuns(page, [third]);
    await expect.poll(names).toEqual(["digits-cnn-3", "digits-cnn-2"]);
    await button(page, /^Rename: digits-cnn-2,/).press("Enter");
    await page.getByLabel("New name of digits-cnn-2").fill("mine");
    await page.keyboard.press("Enter");
    await expect.poll(names).toEqual(["digits-cnn-3", "mine"]);
  },
);

it(
  "a deleted run is back by Undo, is kept where the page is closed in time, and else goes; the focus is never lost",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/runs" });
    await page.clock.install();
    await keepRuns(page, [slow, quick]);
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute("data-more") ?? null);
    const rows = page.locator(".library tbody tr");

    await actOnRun(page, /^Delete/);
    await page.getByText("“digits-cnn-2” was deleted.").waitFor();
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => focused()).toBe("b");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(focused).toBe("a");

    await actOnRun(page, /^Delete/);
    await expect.poll(() => rows.count()).toBe(1);
    await page.reload();
    await expect.poll(() => rows.count()).toBe(2);

    await actOnRun(page, /^Delete/);
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => keptIds(page)).toEqual(["a", "b"]);
    await page.clock.fastForward(11_000);
    await expect.poll(() => keptIds(page)).toEqual(["b"]);
    await expect.poll(() => page.getByRole("button", { name: "Undo" }).count()).toBe(0);
  },
);
