import { requireSameLength } from "../metrics/requireSameLength.ts";
import type { RegressionPart } from "./RegressionPart.ts";

/** One sample with its prediction. */
export interface PredictionRow {
  readonly part: string;
  readonly actual: number;
  readonly predicted: number;
  /** `actual - predicted`. */
  readonly residual: number;
}

/** The samples of all parts, one below the other. */
export function predictionRows(parts: Readonly<Record<string, RegressionPart>>): PredictionRow[] {
  return Object.entries(parts).flatMap(([part, { actual, predicted }]) => {
    requireSameLength(actual, predicted);
    return Array.from(actual, (value, at) => {
      const guess = predicted[at] as number;
      return { part, actual: value, predicted: guess, residual: value - guess };
    });
  });
}
