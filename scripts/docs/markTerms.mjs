import { escapeHtml } from "./escapeHtml.mjs";
import { findTerms } from "./findTerms.mjs";
import { glossary } from "./glossary.mjs";

/** What is no running text: code, links, headings, tables. */
const left = /^(?:a|code|pre|h[1-6]|table|svg|script|style)$/;

/**
 * Marks each term where a page first uses it: a link into the glossary, with what it means in a card.
 *
 * @param {string} html of a page
 * @param {"en" | "zh"} language
 * @param {string} target the address of the glossary, seen from the page
 */
export function markTerms(html, language, target) {
  const find = findTerms(glossary, language);
  const seen = new Set();
  let depth = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      const [, closing, name] = /^<(\/?)(\w+)/.exec(part) ?? [];
      if (name !== undefined && left.test(name)) depth += closing ? -1 : 1;
      if (part.startsWith("<") || depth > 0) return part;
      let end = 0;
      let marked = "";
      for (const { id, index, word } of find(part)) {
        if (seen.has(id)) continue;
        seen.add(id);
        marked += part.slice(end, index) + card(id, word, language, target);
        end = index + word.length;
      }
      return marked + part.slice(end);
    })
    .join("");
}

function card(id, word, language, target) {
  const { text } = glossary.find((entry) => entry.id === id)[language];
  return (
    `<span class="term"><a href="${target}#${id}" aria-describedby="term-${id}">${word}</a>` +
    `<span role="tooltip" id="term-${id}">${escapeHtml(text)}</span></span>`
  );
}
