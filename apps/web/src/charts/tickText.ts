import { numberText } from "../i18n/numberText.ts";
import { stepDigits } from "../i18n/stepDigits.ts";

/**
 * A number beside an axis, which has room for six characters: with as many decimals as tell it from the next, and 20K in place of 20,000.
 *
 * @param step how far the numbers of the axis are apart
 */
export function tickText(value: number, step?: number): string {
  const isLong = step !== undefined && step >= 10_000;
  return numberText(value, {
    maximumFractionDigits: stepDigits(step, 3),
    ...(isLong && { notation: "compact" }),
  });
}
