import { TrainingError } from "../TrainingError.ts";
import { requireSameLength } from "./requireSameLength.ts";

/** A point of a receiver operating characteristic: what calling scores of at least `threshold` positive would give. */
export interface RocPoint {
  readonly threshold: number;
  /** Of the negatives, the share called positive. */
  readonly falsePositiveRate: number;
  /** Of the positives, the share called positive. */
  readonly truePositiveRate: number;
}

/**
 * Traces how true and false positives trade off as the threshold falls.
 *
 * @param actual 1 for positives, 0 for negatives
 * @param scores the larger, the more likely positive
 * @returns a point for each distinct score, the highest first, after (0, 0) at the threshold infinity
 * @throws {TrainingError} `SHAPE_MISMATCH`, or `INVALID_ARGUMENT` when one of the two kinds is missing, for other labels, and
 *   for scores that are NaN
 * @example
 * rocCurve([0, 1], [0.2, 0.9])[1]; // { threshold: 0.9, falsePositiveRate: 0, truePositiveRate: 1 }
 */
export function rocCurve(actual: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] {
  requireSameLength(actual, scores);
  const order = Array.from({ length: scores.length }, (_, row) => row).sort(
    (one, other) => (scores[other] as number) - (scores[one] as number),
  );
  const wrong = order.find((row) => !(actual[row] === 0 || actual[row] === 1) || Number.isNaN(scores[row]));
  if (wrong !== undefined) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A ROC curve takes labels 0 and 1 and a score for each, but row ${wrong} has ${actual[wrong]} and ${scores[wrong]}.`,
    );
  }
  const positives = order.filter((row) => actual[row] === 1).length;
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) {
    throw new TrainingError(
      "INVALID_ARGUMENT",
      `A ROC curve needs positives (1) and negatives (0); there are ${positives} and ${negatives}.`,
    );
  }
  const points: RocPoint[] = [
    { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
  ];
  let called = 0;
  let hits = 0;
  for (const [index, row] of order.entries()) {
    called += 1;
    if (actual[row] === 1) hits += 1;
    const threshold = scores[row] as number;
    // Equal scores are called together: no threshold tells them apart.
    if (index + 1 < order.length && scores[order[index + 1] as number] === threshold) continue;
    points.push({
      threshold,
      falsePositiveRate: (called - hits) / negatives,
      truePositiveRate: hits / positives,
    });
  }
  return points;
}

/**
 * Measures the area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half.
 *
 * @returns 0 to 1; 0.5 for scores that tell nothing
 * @throws {TrainingError} as {@link rocCurve}
 * @example
 * rocAuc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 0.75
 */
export function rocAuc(actual: ArrayLike<number>, scores: ArrayLike<number>): number {
  let area = 0;
  let last: RocPoint | undefined;
  for (const point of rocCurve(actual, scores)) {
    if (last) {
      const width = point.falsePositiveRate - last.falsePositiveRate;
      area += (width * (point.truePositiveRate + last.truePositiveRate)) / 2;
    }
    last = point;
  }
  return area;
}
