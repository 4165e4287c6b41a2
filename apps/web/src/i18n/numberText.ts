import { language, languageTags } from "./language.ts";

/** A number as the language of the moment writes it; in English per cents stand as in the documents and the command, 95 %. */
export function numberText(value: number, options?: Intl.NumberFormatOptions): string {
  const text = new Intl.NumberFormat(languageTags[language.value], options).format(value);
  return language.value === "en" ? text.replace("%", "\u00A0%") : text;
}

/** A share from 0 to 1 in per cent. */
export function percentText(share: number, digits = 1): string {
  return numberText(share, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
