import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lessonFiles } from "../apps/web/src/pages/Course/lessonFiles.ts";
import glossary from "../docs/glossary.json" with { type: "json" };
import { findTerms } from "../scripts/docs/findTerms.mjs";

/** The paragraphs of a guide: also each item of a list and each row of a table, but no heading and no code. */
function paragraphsOf(guide: string): string[] {
  return guide
    .replaceAll(/^```.*?^```$/gms, "")
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/`[^`]*`/g, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "")
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )|\n(?=\|)/)
    .filter((paragraph) => !paragraph.trim().startsWith("#"));
}

it("findTerms(glossary, language)(text) finds whole words, the longer term before the one in it", () => {
  const english = findTerms(glossary, "en")("The batches of batch normalization; classroom, Learning Rates.");
  expect(english.map(({ id, word }) => `${id}: ${word}`)).toEqual([
    "batch: batches",
    "batch-normalization: batch normalization",
    "learning-rate: Learning Rates",
  ]);
  const chinese = findTerms(glossary, "zh")("交叉熵损失，softmax 和 softmaxes，卷积核");
  expect(chinese.map(({ id }) => id)).toEqual(["cross-entropy", "loss", "softmax", "kernel"]);
});

it.for(["en", "zh"] as const)(
  "each paragraph of the lessons brings in one new term at most, %s",
  (language) => {
    const folder = language === "en" ? "docs/guides" : "docs/guides/zh";
    const find = findTerms(glossary, language);
    const seen = new Set<string>();
    const crowded: string[] = [];
    for (const name of lessonFiles) {
      for (const paragraph of paragraphsOf(readFileSync(`${folder}/${name}.md`, "utf8"))) {
        const fresh = new Set(
          find(paragraph).flatMap(({ id }) => (id === undefined || seen.has(id) ? [] : [id])),
        );
        for (const id of fresh) seen.add(id);
        if (fresh.size > 1) crowded.push(`${name}, ${[...fresh].join(" and ")}: ${paragraph.trim()}`);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(crowded).toEqual([]);
  },
);
