import type { Page } from "@minibatch/testing";
import { expect, it } from "vitest";
import { axeChecks, themesAndLanguages } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

/** The number that a figure shows. */
function valueOf(page: Page, name: string): Promise<string | null> {
  return page.textContent(`[data-value="${name}"]`);
}

it(
  "the course leads from its list to a lesson, by the lesson's end to the next, and to one by its old address",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course?lang=zh" });
    await page.getByRole("link", { name: "梯度下降" }).click();
    await page.getByRole("heading", { level: 1, name: "梯度下降" }).waitFor();
    await page.getByRole("link", { name: /^下一课/ }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/course/linear-regression?lang=zh");
    await page.getByRole("link", { name: /^上一课/ }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/course/gradient-descent?lang=zh");

    await goTo("#/learn?lang=zh&show=softmax&label=other&z1=0&z2=0&z3=0");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-labelledby")))
      .toBe("softmax");
    expect(new URL(page.url()).hash).toMatch(/^#\/course\/classification\?/);
    expect(await valueOf(page, "one-hot")).toBe("0, 0, 1");
    // Three equal logits: the logarithm of 3.
    expect(await valueOf(page, "softmax")).toBe("1.099");
    await goTo("#/course/nothing?lang=zh");
    await page.getByRole("heading", { name: "没有名为“nothing”的课" }).waitFor();
  },
);

it(
  "the figures of the lessons show the numbers of the courses, and others when a slider is moved by keyboard",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/gradient-descent" });
    await expect.poll(() => valueOf(page, "descent")).toBe("0.3855");
    await page.getByLabel("Learning rate", { exact: true }).focus();
    for (let step = 0; step < 9; step += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(() => valueOf(page, "descent")).toBe("0.435");
    await page.getByLabel("Learning rate", { exact: true }).press("End");
    await page.getByText("the learning rate is too large").waitFor();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/course/gradient-descent?rate=1.1");

    await goTo("#/course/classification");
    await expect.poll(() => valueOf(page, "loss")).toBe("0.6638");
    await expect.poll(() => valueOf(page, "one-hot")).toBe("1, 0, 0");
    await expect.poll(() => valueOf(page, "softmax")).toBe("0.408");
    await goTo("#/course/networks?function=relu&x=-2");
    await expect.poll(() => valueOf(page, "neuron")).toBe("0.574");
    await expect.poll(() => valueOf(page, "activation")).toBe("0");
    await goTo("#/course/convolutional-networks");
    await page.getByLabel("Kernel, row 2, column 2").fill("5");
    await page.keyboard.press("Tab");
    await expect.poll(() => new URL(page.url()).hash).toContain("kernel=own");
  },
);

it(
  "the lesson on networks trains one that knows its digits by heart and others less well",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/course/networks?samples=30&show=overfitting" });
    await page.getByRole("button", { name: "Train", exact: true }).click();
    const cells = page.locator("tr[data-status=done] td");
    await cells.first().waitFor();
    const [samples = 0, units = 0, dropout, seen = 0, unseen = 0] = (await cells.allTextContents()).map(
      Number.parseFloat,
    );
    expect([samples, units, dropout]).toEqual([30, 64, 0]);
    expect(seen).toBeGreaterThan(95);
    expect(unseen).toBeLessThan(80);
  },
);

it(
  "the lesson on gradient descent tells a wrong answer from the right one, and an unsolved task from a solved one, and keeps that",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/gradient-descent", width: 360 });
    const question = page.locator("[data-question=leap]");
    const said = question.getByRole("status");
    await question.getByLabel("On the lowest point").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => said.textContent()).toMatch(/^Not quite\. The step is twice as long/);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => said.textContent()).toMatch(/^Right\. /);

    const task = page.locator("[data-task=leap]");
    const outcome = task.getByRole("status");
    const slide = (key: string): Promise<void> =>
      page.getByLabel("Learning rate", { exact: true }).press(key);
    await task.getByRole("button", { name: "Check" }).press("Enter");
    await expect.poll(() => outcome.textContent()).toMatch(/^Not yet\. At 0\.01 no step/);
    await slide("End");
    await task.getByRole("button", { name: "Check" }).press("Enter");
    await expect.poll(() => outcome.textContent()).toMatch(/^Not yet\. .*a smaller rate is enough/);
    for (let step = 0; step < 9; step += 1) await slide("ArrowLeft");
    await task.getByRole("button", { name: "Check" }).press("Enter");
    await expect.poll(() => outcome.textContent()).toMatch(/^Solved\. At 1\.01/);

    await goTo("#/course");
    await page.getByText("2 of 3 done").waitFor();
    await page.reload();
    await page.getByText("2 of 3 done").waitFor();
  },
);

it(
  "the list of lessons sets large type and no programs for a class, in the address of every lesson",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/course?hide=intro", width: 360 });
    await page.getByRole("button", { name: "Large type" }).click();
    await page.getByRole("button", { name: "Without programs" }).click();
    await expect.poll(() => new URL(page.url()).hash).toMatch(/present=1/);
    await page.getByRole("link", { name: "Gradient descent" }).click();
    await page.locator("[data-task=leap]").waitFor();
    const parameters = new URLSearchParams(new URL(page.url()).hash.split("?")[1]);
    expect([parameters.get("present"), parameters.get("hide")]).toEqual(["1", "intro code"]);
    expect(await page.locator(".lesson-codes").first().isVisible()).toBe(false);
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.goBack();
    await page.getByRole("button", { name: "Large type", pressed: true }).click();
    await page.getByRole("button", { name: "Without programs", pressed: true }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/course?hide=intro");
  },
);

it("axe-core finds no violation in any lesson, and none is wider than a phone", patience, async (context) => {
  const { page, goTo } = await openApp(context, { hash: "#/course?theme=dark", width: 360 });
  const slugs = await page
    .locator(".lessons a")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).hash.split("?")[0]),
    );
  expect(slugs.length).toBe(8);
  const { check, found } = await axeChecks(page);
  for (const slug of slugs) {
    for (const { theme, lang } of themesAndLanguages) {
      await goTo(`${slug}?theme=${theme}&lang=${lang}`);
      await page.waitForSelector(".lesson .prose");
      await check(`${slug} ${theme} ${lang}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
  }
  expect(found).toEqual([]);
});

/** Presses Tab until something of such a name has the focus, as one does who has no mouse. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: element } = document;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      return (label ?? element?.ariaLabel ?? element?.textContent ?? "").trim();
    });
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    if (name.test(await focused())) return;
  }
  throw new Error(`Tab leads to nothing that is called ${name}.`);
}

it(
  "the keyboard alone leads from the list through a question, a figure and a task of a lesson to the next one, and moves a point",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/course" });
    const hash = (): string => new URL(page.url()).hash;
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.locator(".lessons a").first().waitFor();
    await tabTo(page, /^Gradient descent/);
    await press("Enter");
    const isThere = (task: string): Promise<void> =>
      page.locator(`[data-task=${task}]`).getByRole("button", { name: "Check" }).waitFor();
    await isThere("race");
    await tabTo(page, /^On the lowest point/);
    await press("Space", "ArrowDown");
    await expect
      .poll(() => page.locator("[data-question=leap] [role=status]").textContent())
      .toMatch(/^Right\./);
    await tabTo(page, /^Learning rate/);
    await press("End", ...Array.from({ length: 9 }, () => "ArrowLeft"));
    await expect.poll(hash).toContain("rate=1.01");
    await tabTo(page, /^Check/);
    await press("Enter");
    await expect
      .poll(() => page.locator("[data-task=leap] [role=status]").textContent())
      .toMatch(/^Solved\./);
    await tabTo(page, /^Next: Linear regression/);
    await press("Enter");
    await expect.poll(hash).toBe("#/course/linear-regression");
    await isThere("line");
    await tabTo(page, /^Next: Classification/);
    await press("Enter");
    await isThere("sure");
    await tabTo(page, /^Next: Networks/);
    await press("Enter");
    await isThere("others");
    await page.locator(".boundary .point").first().waitFor();
    await tabTo(page, /^A disc at/);
    await press("ArrowRight", "Shift+ArrowUp");
    await expect.poll(hash).toContain("dots=");
    await tabTo(page, /^Train$/);
    await press("Enter");
    await page.locator("tr[data-status=done]").waitFor();
  },
);
