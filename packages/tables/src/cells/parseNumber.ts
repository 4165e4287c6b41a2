/** No two of its parts can match the same digits: a long cell takes no longer for it. */
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Thousands as they are grouped in print: 1,234,567.8, or with spaces or the Swiss apostrophe; 0,234 is none of them. */
const grouped = /^[+-]?[1-9]\d{0,2}(?:([,'’ \u00A0\u202F])\d{3}(?:\1\d{3})*)(?:\.\d+)?$/;

/**
 * Reads a number as people write it: with a currency before it, a % behind it, or grouped thousands.
 *
 * @param decimalComma whether 1.234,5 is what is 1,234.5 elsewhere
 * @returns `undefined` for what is no number; a percentage without its sign, 12 for 12 %
 */
export function parseNumber(text: string, decimalComma: boolean): number | undefined {
  const bare = text
    .replace(/^−/, "-")
    .replace(/^([+-]?)\s?[$€£¥]\s?/, "$1")
    .replace(/\s?[%€]$/, "");
  const english = decimalComma ? swapped(bare) : bare;
  if (plain.test(english)) return finite(Number(english));
  return grouped.test(english) ? finite(Number(english.replaceAll(/[^\d.+-]/g, ""))) : undefined;
}

function swapped(text: string): string {
  return text.replaceAll(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** 1e999 is no number to compute with. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
