/** No two of its parts can match the same digits: a long cell takes no longer for it. */
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Thousands as they are grouped in print: 1,234,567.8. */
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/**
 * Reads a number as people write it: with a currency before it, a % behind it, or grouped thousands.
 *
 * @param decimalComma whether 1.234,5 is what is 1,234.5 elsewhere
 * @returns `undefined` for what is no number; a percentage without its sign, 12 for 12 %
 */
export function parseNumber(text: string, decimalComma: boolean): number | undefined {
  const bare = text.replace(/^([+-]?)\s?[$€£¥]\s?/, "$1").replace(/\s?[%€]$/, "");
  const english = decimalComma ? swapped(bare) : bare;
  if (plain.test(english)) return finite(Number(english));
  return grouped.test(english) ? finite(Number(english.replaceAll(",", ""))) : undefined;
}

function swapped(text: string): string {
  return text.replaceAll(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** 1e999 is no number to compute with. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
