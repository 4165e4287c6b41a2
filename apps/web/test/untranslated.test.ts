// In a process of its own: it collects what modules define as they load.
import { datasets } from "@minibatch/datasets";
import { recipes } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { chineseArchitecture } from "../src/i18n/chineseArchitecture.ts";
import { chineseMetrics, chineseRecipes } from "../src/i18n/chineseRecipes.ts";
import { pages } from "../src/pages/pages.ts";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import { definedMessages, type Table } from "./definedMessages.ts";
import { latinWords } from "./latinWords.ts";
import { openApp } from "./openApp.ts";
import { patience } from "./patience.ts";

it("defineMessages has a Chinese text beside each English one, with the same values in it", async () => {
  const tables = await definedMessages();
  expect(tables.length).toBeGreaterThan(10);
  const wrong = tables.flatMap(({ file, en, zh }) =>
    Object.entries(en).flatMap(([key, message]) => {
      const say = (text: Table[string] | undefined): string =>
        typeof text === "function" ? text(2, 3, 4, 5, 6) : (text ?? "");
      const [english, chinese] = [say(message), say(zh[key])];
      const faults = [
        ...(english.trim() === "" || chinese.trim() === "" ? ["says nothing"] : []),
        ...latinWords(chinese).map((word) => `has the word ${word}`),
      ];
      return faults.map((fault) => `${file}, ${key}: ${fault}: ${chinese}`);
    }),
  );
  expect(wrong).toEqual([]);
});

it("chineseRecipes, chineseMetrics and chineseArchitecture say every recipe in Chinese", () => {
  expect(Object.keys(chineseRecipes).sort()).toEqual(recipes.map(({ name }) => name).sort());
  for (const { name, title, architecture, published } of recipes) {
    const said = [
      chineseRecipes[name] ?? title,
      chineseArchitecture(architecture),
      ...[published, ...(published.further ?? [])].map(({ metric }) => chineseMetrics[metric] ?? metric),
    ];
    expect(said.flatMap(latinWords), name).toEqual([]);
    // The numbers are those of the recipe.
    expect(said[1]?.match(/\d+/g)).toEqual(architecture.match(/\d+/g));
  }
});

it(
  "no page of the app shows English in Chinese, nor tells it to a screen reader",
  patience,
  async (context) => {
    const { page, goTo } = await openApp(context, { hash: "#/?lang=zh" });
    const found: string[] = [];
    // What a recipe or a dataset is called stands in its field until its title has come.
    const named = new Set([...recipes, ...datasets].map(({ name }) => name));
    const look = async (where: string): Promise<void> => {
      await page.waitForSelector('html[lang="zh-Hans"] main h1');
      // Code, addresses and what says that it is English stay; a folded part is read too.
      const texts = await page.evaluate(() => {
        const foreign = 'code, pre, script, noscript, style, [lang="en"], a[href^="http"]';
        const elements = [...document.body.querySelectorAll("*")].filter(
          (element) => !element.closest(foreign),
        );
        return elements.flatMap((element) => [
          ...[...element.childNodes]
            .filter(({ nodeType }) => nodeType === 3)
            .map(({ nodeValue }) => nodeValue ?? ""),
          ...["aria-label", "placeholder", "title", "alt"].map((name) => element.getAttribute(name) ?? ""),
        ]);
      });
      expect(texts.join("")).toMatch(/[\u4e00-\u9fff]{2}/);
      found.push(
        ...texts
          .filter((text) => !named.has(text) && latinWords(text).length > 0)
          .map((text) => `${where}: ${text}`),
      );
    };
    const views = [
      "",
      ...pages.map(({ id }) => id),
      ...lessonFiles.map((file) => `course/${file.replace(/^\d+-/, "")}`),
      "course/reached",
      ...["cifar-100-coarse", "fashion-mnist", "iris", "boston-housing"].map(
        (name) => `data?dataset=${name}`,
      ),
      ...["fashion-mnist-resnet", "mnist-fast", "nope"].map((name) => `train?recipe=${name}`),
      "build?kind=plane",
      "own?kind=table",
      "data?dataset=nope",
      "evaluate?model=nope",
      "nope",
    ];
    for (const view of views) {
      await goTo(`#/${view}${view.includes("?") ? "&" : "?"}lang=zh`);
      // Lists come from a worker.
      await page.waitForTimeout(700);
      await look(view);
    }
    expect([...new Set(found)]).toEqual([]);
  },
);
