import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "@minibatch/testing";
import { expect, it, vi } from "vitest";
import glossary from "../../../docs/glossary.json" with { type: "json" };
import { axeChecks } from "./axeChecks.ts";
import { openApp } from "./openApp.ts";
import { patience, stepPatience } from "./patience.ts";

const sources = "apps/web/src";
const words = (language: "en" | "zh"): Set<string> =>
  new Set(glossary.flatMap((entry) => [entry[language].term, ...entry[language].forms]).map(lower));
/** Opens a card: again, where the page was still being laid out and moved away from under the mouse or the focus. */
const opening = (open: () => Promise<void>, card: Locator): Promise<void> =>
  vi.waitFor(
    async () => {
      await open();
      await card.waitFor({ timeout: 3000 });
    },
    { timeout: stepPatience, interval: 100 },
  );
const lower = (word: string): string => word.toLowerCase();

it("the glossary defines every term once, in both languages, in at most two sentences", () => {
  const ids = glossary.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const language of ["en", "zh"] as const) {
    const all = glossary.flatMap((entry) => [entry[language].term, ...entry[language].forms]);
    expect(all).toEqual([...new Set(all)]);
    for (const { id, ...entry } of glossary) {
      const { text } = entry[language];
      expect(text.split(/[.。](?= |$|[^\d\s])/).filter(Boolean).length, `${id}: ${text}`).toBeLessThanOrEqual(
        2,
      );
      expect(text, id).toMatch(language === "en" ? /^[A-Z].*\.$/s : /[\u4e00-\u9fff].*。$/s);
    }
  }
});

it("the glossary defines what the lessons and the app speak of", () => {
  const needed = [
    ..."epoch batch logit loss gradient recall precision overfitting one-hot stride kernel padding pooling".split(
      " ",
    ),
    ..."dropout softmax cross-entropy optimizer momentum seed tensor activation parameter baseline".split(
      " ",
    ),
    ..."augmentation checkpoint".split(" "),
    ..."learning rate,validation split,batch normalization,weight decay,label smoothing".split(","),
    "confusion matrix",
  ];
  expect(needed.filter((word) => !words("en").has(word))).toEqual([]);
  const used = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      [...readFileSync(join(sources, name), "utf8").matchAll(/(?:<Term id=|\bterm[=:] ?)"([^"]*)"/g)].map(
        ([, id = ""]) => id,
      ),
    );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((id) => !glossary.some((entry) => entry.id === id))).toEqual([]);
});

it.for(["en", "zh"] as const)("every word that a lesson sets in bold is in the glossary, %s", (language) => {
  const folder = language === "en" ? "docs/guides" : "docs/guides/zh";
  const lessons = readdirSync(folder).filter((name) => /^[1-7]-.*\.md$/.test(name));
  const bold = lessons.flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/\*\*(.*?)\*\*/g)].map(([, word = ""]) =>
      lower(word),
    ),
  );
  expect(bold.length).toBeGreaterThan(10);
  expect(bold.filter((word) => !words(language).has(word))).toEqual([]);
});

it(
  "a term shows its card under the mouse and with the keyboard; Escape and leaving close it",
  patience,
  async (context) => {
    const { page } = await openApp(context, { hash: "#/train" });
    const card = page.locator(".term-card");
    const mark = page.getByRole("button", { name: "What “Batch size” means" });
    const meaning = "The samples that one step looks at together";

    await opening(async () => {
      await page.mouse.move(0, 0);
      await mark.hover();
    }, card.getByText(meaning));
    await page.mouse.move(0, 0);
    await card.waitFor({ state: "detached" });

    // With the keyboard: the label still names its field, and the card's link is next.
    await opening(async () => {
      await page.getByLabel("Epochs").focus();
      await page.keyboard.press("Tab");
    }, card.getByText(meaning));
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(await focused()).toContain("Batch size");
    expect(
      await mark.evaluate(
        (button) => document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent,
      ),
    ).toContain(meaning);
    const { check, found } = await axeChecks(page);
    await check("an open card");
    expect(found).toEqual([]);
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    expect(await focused()).toContain("Batch size");
    await page.keyboard.press("Enter");
    await card.waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("All terms");
    await page.keyboard.press("Tab");
    await card.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  },
);

it("Escape closes a card from the moment it stands on the page", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/train" });
  const card = page.locator(".term-card");
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(".term-card")) return;
      observer.disconnect();
      document.body.append(Object.assign(document.createElement("output"), { id: "card-seen" }));
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: "What “Batch size” means" }).click();
  await page.locator("#card-seen").waitFor({ state: "attached" });
  await expect.poll(() => card.count()).toBe(0);
});

it("a tap on a term shows its card, and a tap elsewhere closes it", patience, async (context) => {
  const { page } = await openApp(context, { hash: "#/train", touch: true });
  const card = page.locator(".term-card");
  await page.getByRole("button", { name: "What “Batch size” means" }).tap();
  await expect.poll(() => card.textContent()).toContain("The samples that one step looks at together");
  await page.touchscreen.tap(2, 400);
  await expect.poll(() => card.count()).toBe(0);
});

it(
  "the card of a term fits a telephone, and leads to the term among all terms, in both languages",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/train?lang=zh", width: 360 });
    await page.getByRole("button", { name: "“学习率”是什么意思" }).click();
    const card = page.locator(".term-card");
    await card.getByText("每一步走多远").waitFor();
    const { x = -1, width = 0 } = (await card.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await card.getByRole("link", { name: "全部术语" }).click();
    const shown = page.locator(".glossary [aria-current]");
    await shown.getByText("learning rate").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ""))
      .toContain("学习率");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await goTo("#/glossary?lang=en&show=nope");
    await page.locator("dt", { hasText: "learning rate" }).waitFor();
    expect(await page.locator(".glossary dt").count()).toBe(glossary.length);
  },
);

it(
  "words of the glossary in the text of a lesson say what they mean, in both languages, and links of the text still lead on",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/gradient-descent", width: 360 });
    const card = page.locator(".term-card");
    const paragraph = page.locator(".prose p", { hasText: "The slope of the loss at a weight" });
    const words = paragraph.getByRole("button");
    await expect.poll(() => words.allTextContents()).toEqual(["loss", "weight", "gradient"]);
    await opening(async () => {
      await page.mouse.move(0, 0);
      await words.nth(2).hover();
    }, card.getByText("The slope of the loss at each weight"));
    await page.mouse.move(0, 0);
    await card.waitFor({ state: "detached" });
    await words.nth(1).focus();
    await page.keyboard.press("Shift+Tab");
    await card.getByText("One number for how wrong").waitFor();
    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    // The text reads as the guide has it.
    await expect
      .poll(() => paragraph.textContent())
      .toBe("The slope of the loss at a weight is its gradient: it says which way to turn that weight.");
    await words.nth(2).click();
    await card.getByRole("link", { name: "All terms" }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/glossary?show=gradient");

    await goTo("#/course/gradient-descent?lang=zh");
    await opening(
      () => page.getByRole("button", { name: "学习率" }).first().click(),
      card.getByText("每一步走多远"),
    );
    await card.getByRole("link", { name: "全部术语" }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe("#/glossary?show=learning-rate&lang=zh");
  },
);

it(
  "words of the glossary in a question, in what is said to an answer, in a task and below the name of a figure say what they mean, in both languages",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/course/gradient-descent", width: 360 });
    const card = page.locator(".term-card");
    const question = page.locator("[data-question=leap]");
    const task = page.locator("[data-task=leap]");
    const figure = page.locator(".lesson-figure", { has: page.locator("#descent") });
    const words = (of: Locator): Promise<string[]> => of.locator("button.term").allTextContents();
    await expect.poll(() => words(question.locator("legend"))).toEqual(["learning rate", "weight"]);
    await expect.poll(() => words(task)).toEqual(["learning rate", "weight"]);
    await expect
      .poll(() => words(figure.locator("p.quiet").first()))
      .toEqual(["weight", "learning rate", "gradient"]);
    // The text reads as it did.
    expect(await question.locator("legend").textContent()).toBe(
      "Question: At a learning rate of 0.5 the weight of the figure below lands on the lowest point in one step. Where does it land at a rate of 1?",
    );
    await opening(async () => {
      await page.mouse.move(0, 0);
      await task.getByRole("button", { name: "learning rate" }).hover();
    }, card.getByText("How far each step goes"));
    await page.mouse.move(0, 0);
    await card.waitFor({ state: "detached" });
    await question.locator("button.term").first().focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    await card.waitFor();
    await page.keyboard.press("Escape");

    await goTo("#/course/networks");
    await page.locator("[data-question=heart] input").nth(1).press("Space");
    await expect
      .poll(() => words(page.locator("[data-question=heart] [role=status]")))
      .toEqual(["overfitting"]);

    await goTo("#/course/gradient-descent?lang=zh");
    await expect.poll(() => words(question.locator("legend"))).toEqual(["学习率", "权重"]);
    await expect.poll(() => words(task)).toEqual(["权重", "学习率"]);
    await opening(
      () => question.getByRole("button", { name: "学习率" }).click(),
      card.getByText("每一步走多远"),
    );
  },
);
