import { language, languageTags } from "./language.ts";

/** A number as the language of the moment writes it. */
export function numberText(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(languageTags[language.value], options).format(value);
}

/** A share from 0 to 1 in per cent. */
export function percentText(share: number, digits = 1): string {
  return numberText(share, {
    style: "percent",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
