import { percentText } from "../terminal/numberText.ts";

/**
 * The number of a result: an accuracy as `97.82 %`, an error with four digits.
 *
 * @param metric what it counts, such as `test accuracy`
 */
export function figureText(metric: string, value: number): string {
  return metric.includes("accuracy") ? percentText(value) : String(Number(value.toPrecision(4)));
}
