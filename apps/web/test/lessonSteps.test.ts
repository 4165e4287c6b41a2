import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@minibatch/testing";
import { backpropagate } from "@minibatch/training";
import { expect, it } from "vitest";
import { backpropStart } from "../src/pages/Course/figures/backpropNetwork.ts";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import { buildApp } from "./buildApp.ts";
import { finishedRun, keepRuns } from "./keptRuns.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** Presses the button of a task, and gives what it then says. */
async function checked(page: Page, task: string): Promise<string> {
  const section = page.locator(`[data-task=${task}]`);
  await section.getByRole("button", { name: "Check" }).press("Enter");
  const said = section.locator("[role=status]:not(:empty)");
  await said.waitFor();
  return (await said.textContent()) ?? "";
}

it("each lesson tells a wrong answer to its question from the right one", patience, async (context) => {
  const { page, goTo } = await openApp(context, { hash: "#/course" });
  const questions = [
    ["data", "colour", "1,024", "3,072"],
    ["linear-regression", "miss", "The one with four small misses", "The one with the single large miss"],
    ["classification", "equal", "2", "1/3"],
    ["networks", "heart", "One in ten, as by guessing", "Clearly fewer"],
    ["convolutional-networks", "window", "144", "1,152"],
    ["keeping-models", "resume", "Yes, if the seed is the same", "No, the optimizer has forgotten its state"],
    ["beyond-the-course", "cooling", "The loss becomes infinite", "It ends anywhere about the best place"],
  ] as const;
  for (const [slug, id, wrong, right] of questions) {
    await goTo(`#/course/${slug}`);
    const question = page.locator(`[data-question=${id}]`);
    const said = question.getByRole("status");
    await question.getByLabel(wrong, { exact: true }).press("Space");
    await expect.poll(() => said.textContent(), { message: id }).toMatch(/^Not quite\. ./);
    await question.getByLabel(right, { exact: true }).press("Space");
    await expect.poll(() => said.textContent(), { message: id }).toMatch(/^Right\. ./);
  }
});

it(
  "the tasks of figures say what lacks until the figure is moved where they want it",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/data" });
    const sums: number[] = [];
    for (let row = 1; row <= 28; row += 1) {
      await goTo(`#/course/data?line=${row}`);
      await page.getByText(`Ink of row ${row},`).waitFor();
      sums.push(Number((await page.textContent('[data-value="pixels"]'))?.replaceAll(",", "")));
    }
    expect(await checked(page, "ink")).toBe("Not yet. There is a row with more ink than row 28.");
    const fullest = sums.indexOf(Math.max(...sums)) + 1;
    await goTo(`#/course/data?line=${fullest}`);
    await expect.poll(() => checked(page, "ink")).toBe(`Solved. No row has more ink than row ${fullest}.`);

    for (const [task, hash, failed, solvedAt, solved] of [
      [
        "race",
        "#/course/gradient-descent",
        /^Not yet\. None of them breaks/,
        "pace=2",
        /^Solved\. .*: S: gradient descent\.$/,
      ],
      [
        "line",
        "#/course/linear-regression",
        /^Not yet\. The mean squared error is 2\.\d+/,
        "weight=2&bias=1",
        /^Solved\. The mean squared error is 0\.005/,
      ],
      [
        "sure",
        "#/course/classification",
        /^Not yet\. The true class is not the dog/,
        "label=dog&z1=0&z2=5",
        /^Solved\. The cross-entropy is 0\.013/,
      ],
      [
        "peak",
        "#/course/beyond-the-course",
        /^Not yet\. The rate is highest at step 89/,
        "warmup=0.3",
        /^Solved\. The rate is highest at step 53/,
      ],
    ] as const) {
      await goTo(hash);
      expect(await checked(page, task)).toMatch(failed);
      await goTo(`${hash}?${solvedAt}`);
      await expect.poll(() => checked(page, task)).toMatch(solved);
    }
    await goTo("#/course/classification?label=dog&z2=1");
    await expect.poll(() => checked(page, "sure")).toMatch(/^Not yet\. The cross-entropy is 1\.4/);
  },
);

it(
  "the task of overfitting is solved by a network that learns from more digits",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/course/networks?samples=30" });
    expect(await checked(page, "others")).toMatch(/^Not yet\. No network has been trained/);
    const train = page.getByRole("button", { name: "Train", exact: true });
    await train.click();
    await page.locator("tr[data-status=done]").waitFor();
    await expect.poll(() => checked(page, "others")).toMatch(/^Not yet\. The best network so far gets/);
    await page.getByLabel("Training digits", { exact: true }).selectOption("1000");
    await train.click();
    await expect.poll(() => page.locator("tr[data-status=done]").count()).toBe(2);
    await expect.poll(() => checked(page, "others")).toMatch(/^Solved\. /);
  },
);

it("the tasks of runs look at those that this browser keeps", patience, async (context) => {
  const { page, goTo } = await openApp(context, { hash: "#/course/convolutional-networks" });
  expect(await checked(page, "small")).toMatch(/^Not yet\. This browser keeps no run/);
  const workbench = page.getByRole("link", { name: "Set up on the page Build" });
  expect(await workbench.getAttribute("href")).toMatch(/^#\/build\?net=conv8x3/);
  await workbench.click();
  await page.getByText("Task: Build a network with fewer than 5,000 parameters").waitFor();
  await page.getByRole("link", { name: "Back to the lesson: Convolutional networks" }).click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-task")))
    .toBe("small");
  const finished = finishedRun("a", {}, 2);
  const { result } = finished;
  if (!result) throw new Error("The run of the tests has no result.");
  const run = { ...finished, result: { ...result, parameters: 34_826 } };
  const small = { ...result, parameters: 2602 };
  await keepRuns(page, [run, { ...run, id: "b", result: small }]);
  await expect.poll(() => checked(page, "small")).toMatch(/^Not yet\. The best run.* 2,602, gets 90/);
  const better = { ...small, test: { loss: 0.1, accuracy: 0.962 } };
  await keepRuns(page, [{ ...run, id: "b", result: better }]);
  await expect.poll(() => checked(page, "small")).toMatch(/^Solved\. .* 2,602, gets 96\.2/);

  await goTo("#/course/keeping-models");
  const set = page.getByRole("link", { name: "Set up on the page Train" });
  expect(await set.getAttribute("href")).toMatch(/^#\/train\?recipe=digits-cnn&.*task=twice/);
  await expect.poll(() => checked(page, "twice")).toMatch(/^Solved\. The losses of/);
  await keepRuns(page, [{ ...run, id: "b", history: { loss: [3, 2] } }]);
  await expect.poll(() => checked(page, "twice")).toMatch(/^Not yet\. .* not the same losses/);
  await keepRuns(page, [finishedRun("b", { seed: 8 }, 2)]);
  await expect.poll(() => checked(page, "twice")).toMatch(/^Not yet\. This browser keeps no two/);
});

/** What the first view of a lesson may load beyond the app's own shell, gzipped. */
const budget = 60_000;

it(
  "a lesson loads at most 60 kB of script, gzipped, beyond what the first page of the app takes",
  patience,
  async (context) => {
    const { page, url, goTo } = await openApp(context);
    const folder = await buildApp();
    const scripts = async (): Promise<string[]> => {
      const names = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
      );
      return [...new Set(names)].filter((name) => /(?<!service-worker)\.js$/.test(name));
    };
    const shell = await scripts();
    for (const file of lessonFiles) {
      await goTo(`#/course/${file.replace(/^\d+-/, "")}`);
      await page.reload();
      await page.waitForSelector(".lesson .prose");
      await page.waitForSelector("[data-task] button");
      // Until the figures that stand in the first view have come, too.
      await page.waitForLoadState("networkidle");
      const own = (await scripts()).filter((name) => !shell.includes(name));
      const files = await Promise.all(own.map((name) => readFile(join(folder, name.slice(url.length)))));
      const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
      expect(own.length).toBeGreaterThan(3);
      expect(bytes, file).toBeLessThan(budget);
    }
  },
);

it(
  "the figure of backpropagation shows the gradients of a network, says where each comes from, and steps down",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/course/networks?in1=0.5&target=-1", width: 360 });
    const input = [0.5, -0.5];
    const found = backpropagate(backpropStart, input, [-1]);
    const cell = (name: string) => page.locator(`[data-cell="${name}"]`);
    await cell("sum 0 0 0").waitFor();
    for (const [layer, { weights, sums, outputs }] of found.gradients.entries()) {
      for (const [unit, gradient] of sums.entries()) {
        expect(await cell(`sumGradient ${layer} ${unit} 0`).textContent()).toBe(gradient.toFixed(3));
        expect(await cell(`outputGradient ${layer} ${unit} 0`).textContent()).toBe(outputs[unit]?.toFixed(3));
        for (const [from, row] of weights.entries()) {
          const text = await cell(`weightGradient ${layer} ${unit} ${from}`).textContent();
          expect(text).toBe(row[unit]?.toFixed(3));
        }
      }
    }
    const said = page.locator("p:has([data-value=backprop])");
    await cell("sum 0 0 0").focus();
    await expect
      .poll(() => said.textContent())
      .toBe("sum: 0.500\u00A0×\u00A00.500 + (-0.500)\u00A0×\u00A00.300 + 0.100 = 0.200");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said.textContent()).toMatch(/^gradient of the sum: .* × \(1 − 0\.197²\) = /);
    const loss = async (): Promise<number> => Number(await page.textContent('[data-value="backprop-loss"]'));
    expect(await loss()).toBeCloseTo(found.loss, 3);
    const figure = page.locator(".lesson-figure", { has: page.locator("#backprop") });
    await figure.getByRole("button", { name: "One step" }).click();
    await expect.poll(() => loss()).toBeLessThan(found.loss);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  },
);
