import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lessonFigures } from "../src/pages/Course/figures/lessonFigures.ts";
import { lessonFiles } from "../src/pages/Course/lessonFiles.ts";
import type { LessonPart } from "../src/pages/Course/LessonSource.ts";
import { lessonQuestions } from "../src/pages/Course/questions/lessonQuestions.ts";
import { lessonTasks } from "../src/pages/Course/tasks/lessonTasks.ts";
import { lessonSource } from "../vite/lessonSource.ts";

it("lessonSource(markdown) gives title, text, pairs of code and what comments place", () => {
  const markdown = [
    "# 2. Descent",
    "A **step**, see [3](3-line.md), [4](4-none.md) and [more](https://example.org).",
    "<!-- figure: descent -->",
    "```js\nif (1 < 2) go();\n```",
    "```python\ngo()\n```",
    "```js\nstop();\n```",
    "```\nminibatch train\n```",
  ].join("\n\n");
  expect(lessonSource(markdown, ["3-line.md"])).toEqual({
    title: "Descent",
    parts: [
      {
        kind: "text",
        html: '<p>A <strong>step</strong>, see <a href="#/course/line">3</a>, 4 and <a href="https://example.org">more</a>.</p>\n',
      },
      { kind: "figure", id: "descent" },
      {
        kind: "code",
        codes: [
          { language: "js", text: "if (1 < 2) go();" },
          { language: "python", text: "go()" },
        ],
      },
      { kind: "code", codes: [{ language: "js", text: "stop();" }] },
      { kind: "text", html: '<pre tabindex="0"><code>minibatch train</code></pre>\n' },
    ],
  });
});

it("lessonSource(markdown, lessons, language) marks a word of the glossary where each paragraph and item first has it", () => {
  const htmlOf = (markdown: string, language: "en" | "zh"): string =>
    lessonSource(`# T\n\n${markdown}`, [], language)
      .parts.map((part) => ("html" in part ? part.html : ""))
      .join("");
  const term = (id: string, word: string): string => `<span data-term="${id}">${word}</span>`;
  const english =
    "## A loss\n\nThe **loss**, a loss, `loss` & [loss](https://example.org).\n\n- losses\n- a loss\n\n| loss |\n| --- |";
  expect(htmlOf(english, "en")).toBe(
    "<h2>A loss</h2>\n" +
      `<p>The <strong>${term("loss", "loss")}</strong>, a loss, <code>loss</code> &amp; <a href="https://example.org">loss</a>.</p>\n` +
      `<ul>\n<li>${term("loss", "losses")}</li>\n<li>a ${term("loss", "loss")}</li>\n</ul>\n` +
      '<div class="scrolling" tabindex="0"><table><thead><tr><th scope="col">loss</th></tr></thead><tbody></tbody></table></div>\n',
  );
  expect(htmlOf("损失变小，loss 不变。", "zh")).toBe(`<p>${term("loss", "损失")}变小，loss 不变。</p>\n`);
});

it("lessonSource(markdown) leaves out where a guide goes on, which a page of the course has links for", () => {
  const ends = [
    "In the terminal: `minibatch`. Next: [3. A line](3-line.md).",
    "Back to [1. Data](1-data.md). Next: [9. Keras](9-keras.md).",
    "在终端里：`minibatch`。下一章：[3. 直线](3-line.md)。",
    "回到 [1. 数据](1-data.md)。下一章：[9. Keras](9-keras.md)。",
  ].map((end) => lessonSource(`# T\n\nText, see [1. Data](1-data.md).\n\n${end}\n`, ["1-data.md"]).parts);
  const text = '<p>Text, see <a href="#/course/data">1. Data</a>.</p>\n';
  expect(ends).toEqual(
    [
      `${text}<p>In the terminal: <code>minibatch</code>. </p>\n`,
      text,
      `${text}<p>在终端里：<code>minibatch</code>。</p>\n`,
      text,
    ].map((html) => [{ kind: "text", html }]),
  );
});

it("lessonSource(markdown) puts a table into a frame that slides", () => {
  const { parts } = lessonSource("# T\n\n| a | b |\n| --- | ---: |\n| *x* | 1 |", []);
  expect(parts).toEqual([
    {
      kind: "text",
      html:
        '<div class="scrolling" tabindex="0"><table><thead><tr><th scope="col">a</th><th scope="col" class="number">b</th></tr></thead>' +
        '<tbody><tr><td><em>x</em></td><td class="number">1</td></tr></tbody></table></div>\n',
    },
  ]);
});

it("lessonSource(markdown) refuses a guide without a title and a comment of another form", () => {
  expect(() => lessonSource("Text", [])).toThrow("A guide begins with its title");
  expect(() => lessonSource("# T\n\n<!-- figur: x -->", [])).toThrow("but the guide has <!-- figur: x -->");
});

const partsOf = (file: string): readonly LessonPart[] =>
  lessonSource(readFileSync(`docs/guides/${file}.md`, "utf8"), []).parts;
const placed = (file: string): readonly string[] =>
  partsOf(file).flatMap((part) => ("id" in part ? [`${part.kind}: ${part.id}`] : []));

it.for(lessonFiles)("%s places what there is, at the same places in both languages", (file) => {
  const known = [
    ...Object.keys(lessonFigures).map((id) => `figure: ${id}`),
    ...Object.keys(lessonQuestions).map((id) => `question: ${id}`),
    ...Object.keys(lessonTasks).map((id) => `task: ${id}`),
  ];
  expect(known).toEqual(expect.arrayContaining([...placed(file)]));
  expect(placed(`zh/${file}`)).toEqual(placed(file));
});

it("every figure, question and task stands in one lesson, under its own id", async () => {
  const all = lessonFiles.flatMap((file) => placed(file));
  for (const [kind, list] of [
    ["figure", lessonFigures],
    ["question", lessonQuestions],
    ["task", lessonTasks],
  ] as const) {
    const ids = Object.keys(list);
    expect(all.filter((place) => place.startsWith(`${kind}:`)).sort()).toEqual(
      ids.map((id) => `${kind}: ${id}`).sort(),
    );
  }
  for (const [id, load] of Object.entries(lessonQuestions)) {
    const { id: own, right, texts } = await load();
    expect(own).toBe(id);
    expect(texts.en.answers[right]).toBeDefined();
    expect(texts.zh.answers.length).toBe(texts.en.answers.length);
  }
});

/** Aloud, in a minute: about 150 words of English, 250 characters of Chinese. */
it.for(lessonFiles)("%s read aloud takes less than six minutes, without its code and tables", (file) => {
  const texts = ["", "zh/"].map((folder) =>
    partsOf(folder + file)
      .flatMap((part) => (part.kind === "text" ? [part.html] : []))
      .join(" ")
      .replaceAll(/<(pre|table)\b.*?<\/\1>/gs, " ")
      .replaceAll(/<[^>]*>/g, ""),
  );
  const [english = "", chinese = ""] = texts;
  expect((english.match(/\S+/g) ?? []).length).toBeLessThan(6 * 150);
  const characters = chinese.match(/\p{Script=Han}|[\p{Script=Latin}\d.%]+/gu) ?? [];
  expect(characters.length).toBeLessThan(6 * 250);
});
