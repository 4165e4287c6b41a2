import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { actOnRun } from "./actOnRun.ts";
import { axeChecks, themesAndLanguages } from "./axeChecks.ts";
import { mainThreadTasks } from "./mainThreadTasks.ts";
import { openApp } from "./openApp.ts";
import { fillClass, pictures } from "./ownPictures.ts";
import { patience, threeTries } from "./patience.ts";

/** A large step makes few epochs enough, and some of them wrong. */
const training = "#/train?epochs=4&limit=900&learningRate=0.003&backend=wasm";

/** Trains, and looks into the run by the link of the list. */
async function trainAndExplore(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start training", exact: true }).click();
  await page.waitForSelector('[data-status="done"]');
  await page
    .getByRole("link", { name: /^Look inside/ })
    .first()
    .click();
  await page.waitForSelector(".explored");
}

const epochIs = (page: Page, epoch: number): Promise<unknown> =>
  page.waitForSelector(`.explored[data-epoch="${epoch}"]`);

/** What is seen of the network: its accuracy, its confusion matrix, its filters, and what the chosen picture is taken for. */
function seen(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(() => [
    document.querySelector(".epoch-bar .figures")?.textContent,
    document.querySelector(".confusion tbody")?.textContent,
    document.querySelector<HTMLCanvasElement>("section > canvas")?.toDataURL(),
    document.querySelector(".chosen-mistake .probabilities")?.textContent,
  ]);
}

it(
  "the slider of a finished run moves accuracy, confusion matrix, filters and a mistake, by keyboard, with no task of 50 ms",
  threeTries,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: training, alone: true });
    await trainAndExplore(page);
    await epochIs(page, 4);
    await page.getByText(/^Kept: the weights before training and after 4 epochs, [\d.]+ MB/).waitFor();
    const last = await seen(page);
    const slider = page.getByLabel("Epoch", { exact: true });
    expect(await slider.getAttribute("aria-valuetext")).toBe("4 of 4");
    await slider.focus();
    const tasks = await mainThreadTasks(page, async () => {
      for (const epoch of [3, 2, 1]) {
        await page.keyboard.press("ArrowLeft");
        await epochIs(page, epoch);
      }
    });
    expect(Math.max(...tasks)).toBeLessThan(50);
    const first = await seen(page);
    for (const [index, what] of first.entries()) expect(what, `part ${index}`).not.toBe(last[index]);
    // The test set is counted whole at each epoch.
    const counts = await page.locator(".confusion tbody td").allTextContents();
    const total = counts.reduce((sum, text) => sum + (Number(text.replaceAll(",", "")) || 0), 0);
    expect(total).toBe(1000);

    // The same numbers again where one slides back, and where the address names the epoch.
    await page.keyboard.press("End");
    await epochIs(page, 4);
    // The pictures are painted a moment after the numbers.
    await expect.poll(() => seen(page)).toEqual(last);
    // Before training it answers by chance: ten classes.
    await page.keyboard.press("Home");
    await epochIs(page, 0);
    expect(await slider.getAttribute("aria-valuetext")).toBe("0 of 4");
    const accuracyOf = (figures = ""): number => Number(/([\d.]+)\s%/.exec(figures)?.[1]);
    expect(accuracyOf((await seen(page))[0])).toBeLessThan(30);
    await page.getByText(/^(Before training taken for|Right before training)/).waitFor();
    await page.keyboard.press("ArrowRight");
    await epochIs(page, 1);
    expect(page.url()).toContain("epoch=1");
    await page.reload();
    await epochIs(page, 1);
    await expect.poll(() => seen(page)).toEqual(first);

    // Another mistake, by the arrow keys.
    const strip = page.locator(".mistake-strip button");
    await strip.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const row = (await strip.nth(1).getAttribute("data-row")) ?? "";
    await expect.poll(() => page.url()).toContain(`row=${row}`);
    expect(await strip.nth(1).getAttribute("aria-pressed")).toBe("true");

    // What it ends with is what the evaluation page says of the same network.
    // Why: the loss is that of the probability shown, and comes back to the picture through each layer.
    await page.waitForSelector(`[data-why="1-${row}"]`);
    const why = await page.evaluate(() => ({
      loss: Number(document.querySelector<HTMLElement>("[data-loss]")?.dataset["loss"]),
      probabilities: [...document.querySelectorAll<HTMLElement>(".chosen-mistake [data-probability]")].map(
        ({ dataset }) => Number(dataset["probability"]),
      ),
      similarities: [...document.querySelectorAll<HTMLElement>(".nearest li")].map(({ dataset }) =>
        Number(dataset["similarity"]),
      ),
      layers: [...document.querySelectorAll(".both-passes tbody th")].map(({ textContent }) => textContent),
      pixels: document.querySelector<HTMLCanvasElement>("canvas.speaking")?.toDataURL(),
    }));
    expect(why.probabilities.map((value) => (-Math.log(value)).toFixed(3))).toContain(why.loss.toFixed(3));
    expect(why.similarities).toHaveLength(8);
    expect(why.similarities).toEqual([...why.similarities].sort((a, b) => b - a));
    expect(why.layers[0]).toBe("The picture");
    expect(why.layers.length).toBeGreaterThan(3);

    await goTo((await page.evaluate(() => location.hash)).replace(/&epoch=1/, ""));
    await epochIs(page, 4);
    expect(await seen(page).then(([figures]) => figures)).toBe(last[0]);
    await page.waitForSelector(`[data-why="4-${row}"]`);
    const pixels = await page.evaluate(() =>
      document.querySelector<HTMLCanvasElement>("canvas.speaking")?.toDataURL(),
    );
    expect(pixels).not.toBe(why.pixels);

    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const { check, found } = await axeChecks(page);
    const hash = await page.evaluate(() => location.hash);
    for (const { theme, lang } of themesAndLanguages) {
      await goTo(`${hash}&theme=${theme}&lang=${lang}`);
      await page.waitForSelector(`html[data-theme="${theme}"] .explored`);
      await check(`${theme} ${lang}`);
    }
    expect(found).toEqual([]);
  },
);

it(
  "what is kept of a run's epochs goes when the run is deleted; a run that is gone says so",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: training.replace("epochs=4", "epochs=2") });
    await page.clock.install();
    await trainAndExplore(page);
    const address = await page.evaluate(() => location.hash);
    const kept = (): Promise<number> =>
      page.evaluate(async () => {
        const request = indexedDB.open("minibatch");
        await new Promise((resolve) => (request.onsuccess = resolve));
        const count = request.result.transaction("epochs").objectStore("epochs").count();
        await new Promise((resolve) => (count.onsuccess = resolve));
        request.result.close();
        return count.result;
      });
    expect(await kept()).toBe(1);
    await page.locator('nav a[href^="#/runs"]').click();
    await actOnRun(page, /^Delete/);
    await page.clock.fastForward(11_000);
    await expect.poll(kept).toBe(0);
    await page.evaluate((address) => (location.hash = address), `${address}&lang=en`);
    await page.reload();
    await page.getByText("It could not be opened: This browser does not keep the run.").waitFor();
  },
);

it(
  "why a picture of one's own is taken for another class is looked into: with the pictures that it learned from while the page has them, and without later",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/own" });
    // Two classes of the same: about half of the test pictures are wrong, whatever is learned.
    await fillClass(page, 0, "left", pictures("disc", 0, 20));
    await fillClass(page, 1, "right", pictures("disc", 20, 20));
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await page.waitForSelector('[data-own-status="done"]', patience);
    const wrong = page.locator(".wrong-pictures li");
    const mistakes = await wrong.count();
    expect(mistakes).toBeGreaterThan(0);
    await wrong
      .last()
      .getByRole("link", { name: /^Why\?/ })
      .click();
    await page.waitForSelector(".explored");
    const row = new URL(page.url()).hash.replace(/.*row=/, "");
    expect(await page.locator(`[data-row="${row}"]`).getAttribute("aria-pressed")).toBe("true");
    await page.getByText(/^Kept: the weights before training and after \d+ epochs/).waitFor();
    const tested = await page.getByText(/^On the first (\d+) of \1 test pictures\.$/).textContent();
    expect(await page.locator("[data-row]").count()).toBe(mistakes);
    await page.getByText("Training pictures that look alike to the network").waitFor();
    expect(await page.locator(".nearest canvas").count()).toBe(8);

    // The pictures are gone with the page; what was tested is kept.
    await page.reload();
    await page.waitForSelector("[data-why]");
    expect(await page.getByText(/^On the first/).textContent()).toBe(tested);
    expect(await page.locator("[data-row]").count()).toBe(mistakes);
    expect(await page.locator(".nearest").count()).toBe(0);
  },
);
