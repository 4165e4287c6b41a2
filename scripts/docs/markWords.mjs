/** What is no running text: code, links, headings, tables. */
const left = /^(?:a|code|pre|h[1-6]|table|svg|script|style)$/;

/**
 * Marks words in the running text of HTML.
 *
 * @param {string} html
 * @param {(text: string) => { id: string, index: number, word: string }[]} find as `findTerms` gives it
 * @param {(id: string, word: string) => string | undefined} mark what stands in place of a word; `undefined` leaves it as it is
 * @param {(name: string) => void} [enter] told the name of each element as it begins
 */
export function markWords(html, find, mark, enter) {
  let depth = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part) => {
      const [, closing, name] = /^<(\/?)(\w+)/.exec(part) ?? [];
      if (name !== undefined && left.test(name)) depth += closing ? -1 : 1;
      if (name !== undefined && !closing) enter?.(name);
      if (part.startsWith("<") || depth > 0) return part;
      let end = 0;
      let marked = "";
      for (const { id, index, word } of find(part)) {
        const instead = mark(id, word);
        if (instead === undefined) continue;
        marked += part.slice(end, index) + instead;
        end = index + word.length;
      }
      return marked + part.slice(end);
    })
    .join("");
}
