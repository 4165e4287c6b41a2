import { decimalText, percentText } from "./numberText.ts";

/**
 * A measured value: an accuracy as `97.82 %`, a loss or another error with four decimals.
 *
 * @param metric what it counts: a column of a history, or the metric of a published result
 */
export function metricText(metric: string, value: number, digits = 2): string {
  return /accuracy/i.test(metric) ? percentText(value, digits) : decimalText(value);
}

/** What a history measures beside the loss: the accuracy of classes, the mean absolute error of values. */
export function metricOf(columns: Readonly<Record<string, unknown>>): "accuracy" | "mae" | undefined {
  return (["accuracy", "mae"] as const).find((name) => columns[name] !== undefined);
}
