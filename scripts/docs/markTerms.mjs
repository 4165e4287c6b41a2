import { escapeHtml } from "./escapeHtml.mjs";
import { findTerms } from "./findTerms.mjs";
import { glossary } from "./glossary.mjs";
import { markWords } from "./markWords.mjs";

/**
 * Marks each term where a page first uses it: a link into the glossary, with what it means in a card.
 *
 * @param {string} html of a page
 * @param {"en" | "zh"} language
 * @param {string} target the address of the glossary, seen from the page
 */
export function markTerms(html, language, target) {
  const seen = new Set();
  return markWords(html, findTerms(glossary, language), (id, word) => {
    if (seen.has(id)) return undefined;
    seen.add(id);
    return card(id, word, language, target);
  });
}

function card(id, word, language, target) {
  const { text } = glossary.find((entry) => entry.id === id)[language];
  return (
    `<span class="term"><a href="${target}#${id}" aria-describedby="term-${id}">${word}</a>` +
    `<span role="tooltip" id="term-${id}">${escapeHtml(text)}</span></span>`
  );
}
