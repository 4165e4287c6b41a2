import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../pnpm.mjs";
import { escapeHtml } from "./escapeHtml.mjs";

/** The terms, in the order in which the guides bring them in. */
export const glossary = JSON.parse(readFileSync(join(root, "docs", "glossary.json"), "utf8"));

const words = {
  en: { title: "Glossary", intro: "What the words of the guides mean, in a sentence or two each." },
  zh: { title: "术语表", intro: "指南中用到的术语，每个用一两句话说明。" },
};

/**
 * All terms as a page.
 *
 * @param {"en" | "zh"} language
 * @param {(number: number) => string} guideLink a link to the guide of that number, as HTML
 */
export function glossaryHtml(language, guideLink) {
  const { title, intro } = words[language];
  const entries = glossary.map((entry) => {
    const { term, text } = entry[language];
    const english =
      language === "zh" && entry.en.term !== term ? ` <span lang="en">${entry.en.term}</span>` : "";
    return `<div><dt id="${entry.id}">${escapeHtml(term)}${english}</dt><dd>${escapeHtml(text)} ${guideLink(entry.guide)}</dd></div>`;
  });
  return `<h1>${title}</h1>\n<p>${intro}</p>\n<dl class="glossary">\n${entries.join("\n")}\n</dl>\n`;
}
