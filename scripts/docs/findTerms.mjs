/** Signs that mean something in a regular expression. */
const signs = /[.*+?^${}()|[\]\\]/g;

/**
 * Finds the terms of a glossary in a text, the longer ones first where one is part of another.
 *
 * @param {readonly { id: string, en: any, zh: any }[]} glossary
 * @param {"en" | "zh"} language Chinese has no spaces between words, English has
 * @returns {(text: string) => { id: string, index: number, word: string }[]} those of a text, in its order
 */
export function findTerms(glossary, language) {
  const forms = new Map(
    glossary.flatMap((entry) =>
      [entry[language].term, ...entry[language].forms].map((form) => [form.toLowerCase(), entry.id]),
    ),
  );
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((form) => {
    const exact = form.replaceAll(signs, String.raw`\$&`);
    // A word in Latin letters is whole in Chinese too.
    return /^[\w-]+( [\w-]+)*$/.test(form) ? String.raw`(?<![\w-])${exact}(?![\w-])` : exact;
  });
  const pattern = new RegExp(alternatives.join("|"), "giu");
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({
      id: forms.get(match[0].toLowerCase()),
      index: match.index,
      word: match[0],
    }));
}
