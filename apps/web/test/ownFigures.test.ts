import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import type { StoredRun } from "../src/storage/runs.ts";
import { axeChecks, themesAndLanguages } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The newest run that the browser keeps. */
function lastRun(page: Page): Promise<StoredRun> {
  return page.evaluate(async () => {
    const request = indexedDB.open("minibatch");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const runs = request.result.transaction("runs").objectStore("runs").getAll();
    await new Promise((resolve) => (runs.onsuccess = resolve));
    request.result.close();
    return runs.result.sort((a, b) => b.created - a.created)[0];
  });
}

const valueOf = (page: Page, name: string): Promise<number> =>
  page
    .locator(`[data-value="${name}"]`)
    .textContent()
    .then((text) => Number.parseFloat(text ?? ""));

const figureOf = (page: Page, id: string) => page.locator(".lesson-figure", { has: page.locator(`#${id}`) });

/** The numbers of a formula such as `(1.20 − (-3.00)) / √(4.00 + 0.001) × 1.00 + 0.00 = 2.10`, computed. */
function computed(formula: string): number {
  const [value = 0, mean = 0, variance = 0, epsilon = 0, scale = 0, shift = 0] = (
    formula.replace(/^.*?: /, "").match(/-?\d+(?:\.\d+)?/g) ?? []
  ).map(Number);
  return ((value - mean) / Math.sqrt(variance + epsilon)) * scale + shift;
}

it(
  "overfitting, dropout, batch normalization and double descent are shown of the reader's last run, and of the lesson's networks where there is none or they are chosen",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/networks", width: 360 });
    // Before there is a run, the lesson's own.
    const without = "Once you have trained a network of your own, this figure shows it.";
    await figureOf(page, "overfitting").getByText(without).waitFor();
    await figureOf(page, "dropout").getByText(without).waitFor();
    expect(await valueOf(page, "dropout-whole")).toBe(1.38);

    await goTo("#/train?epochs=3&limit=640&backend=wasm");
    await page.getByRole("button", { name: "Start training", exact: true }).click();
    await page.waitForSelector('[data-status="done"]');
    const { history, result } = await lastRun(page);

    await goTo("#/course/networks?left=0");
    const overfitting = figureOf(page, "overfitting");
    const gap = (history.accuracy?.at(-1) ?? 0) - (history.valAccuracy?.at(-1) ?? 0);
    await overfitting.locator('[data-value="own-gap"]').waitFor();
    expect(Math.abs((await valueOf(page, "own-gap")) - 100 * gap)).toBeLessThan(0.06);
    // It says of curves of the reader nothing of the lesson's digits.
    expect(await overfitting.textContent()).toContain("These are the curves of the last run of yours");
    expect(await overfitting.locator("p.quiet").first().textContent()).not.toContain("digits");

    // With nothing left out, the sum is that of what is drawn at the units.
    const dropout = figureOf(page, "dropout");
    await dropout.locator("[data-answer]").waitFor();
    const drawn = async (): Promise<readonly number[]> =>
      dropout
        .locator("[data-unit]")
        .evaluateAll((units) => units.map((unit) => Number(unit.querySelectorAll("text")[1]?.textContent)));
    const parts = await drawn();
    expect(parts.length).toBe(8);
    expect(parts).toEqual(parts.toSorted((a, b) => Math.abs(b) - Math.abs(a)));
    const sum = parts.reduce((sum, part) => sum + part, 0);
    expect(Math.abs((await valueOf(page, "dropout-whole")) - sum)).toBeLessThan(0.05);
    await dropout.getByLabel("Test picture", { exact: true }).press("ArrowRight");
    await expect.poll(drawn).not.toEqual(parts);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await dropout.getByLabel("Whose network").selectOption("That of the lesson");
    await expect.poll(() => valueOf(page, "dropout-whole")).toBe(1.38);
    await expect.poll(() => new URL(page.url()).hash).toContain("dropoutOf=lesson");

    // What is trained in the lesson is looked at.
    await overfitting.getByRole("button", { name: "Train", exact: true }).click();
    await overfitting.locator("tr[data-status]").first().waitFor();
    expect(await overfitting.getByLabel("Whose network").inputValue()).toBe("lesson");

    await goTo("#/course/beyond-the-course");
    const batch = figureOf(page, "batch-normalization");
    await batch.getByText("Your network has no batch normalization").waitFor();
    const formula = batch.locator(".formula").first();
    const settled = async (): Promise<boolean> => {
      const wanted = computed((await formula.textContent()) ?? "");
      return Math.abs((await valueOf(page, "batch-norm")) - wanted) < 0.1;
    };
    await expect.poll(settled).toBe(true);
    expect(await batch.locator("[data-row='0'] circle").count()).toBe(12);

    // Of the two classes that it takes for each other most.
    const matrix = result?.confusionMatrix ?? [];
    const pairs = matrix
      .flatMap((counts, one) =>
        counts.map((count, other) => ({ one, other, both: count + (matrix[other]?.[one] ?? 0) })),
      )
      .filter(({ one, other }) => one < other)
      .sort((a, b) => b.both - a.both);
    const descent = figureOf(page, "double-descent");
    const asked = /“(\d)” or “(\d)”/.exec((await descent.textContent()) ?? "");
    const chosen = pairs.find(({ one, other }) => String(one) === asked?.[1] && String(other) === asked?.[2]);
    expect(chosen?.both).toBe(pairs[0]?.both);
    await descent.getByRole("button", { name: "Measure", exact: true }).click();
    await descent.locator("[data-place=same]").waitFor();
    const unseen = (place: string): Promise<number> =>
      descent
        .locator(`[data-place=${place}] td`)
        .nth(1)
        .textContent()
        .then((text) => Number.parseFloat(text ?? ""));
    expect(await unseen("same")).toBeGreaterThan((await unseen("most")) + 5);
    await descent.getByLabel("Whose network").selectOption("That of the lesson");
    await descent.getByText("Nothing is measured yet").first().waitFor();

    const { check, found } = await axeChecks(page);
    for (const { theme, lang } of themesAndLanguages) {
      await goTo(`#/course/beyond-the-course?theme=${theme}&lang=${lang}`);
      await batch.locator("[data-row]").first().waitFor();
      await check(`beyond the course ${theme} ${lang}`);
      await goTo(`#/course/networks?theme=${theme}&lang=${lang}`);
      await dropout.locator("[data-answer]").waitFor();
      await check(`networks ${theme} ${lang}`);
    }
    expect(found).toEqual([]);
  },
);

it(
  "batch normalization of a network that has some is shown by what it has learned",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, {
      hash: "#/build?net=conv4x3_norm-pool2&rows=200&batch=32",
    });
    await page.waitForSelector('[data-build-status="ready"]');
    await page.getByRole("button", { name: "Play" }).click();
    await page.waitForFunction(
      () => Number(document.querySelector("[data-batches]")?.getAttribute("data-batches")) > 20,
    );
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("button", { name: "Keep as a run" }).click();
    await page.getByRole("link", { name: "Evaluate it" }).waitFor();
    const { batchNormalization } = (await lastRun(page)).result ?? {};
    expect(batchNormalization?.steps).toBeGreaterThan(0);

    await goTo("#/course/beyond-the-course");
    const batch = figureOf(page, "batch-normalization");
    await batch.getByText(`Steps of training so far: ${batchNormalization?.steps}.`).waitFor();
    const { momentum = 0, steps = 0 } = batchNormalization ?? {};
    const share = (100 * (1 - momentum ** steps)).toFixed(1);
    await batch.getByText(`have come ${share} % of the way`).waitFor();
    expect(await batch.getByLabel("Learned scale").count()).toBe(0);
    const later = batch.locator(".formula").nth(1);
    const wanted = (): Promise<number> => later.textContent().then((text) => computed(text ?? ""));
    await expect
      .poll(async () => Math.abs((await valueOf(page, "batch-norm-later")) - (await wanted())))
      .toBeLessThan(0.1);
    const before = await later.textContent();
    await batch.getByLabel("Unit", { exact: true }).press("End");
    await expect.poll(() => later.textContent()).not.toBe(before);
  },
);
