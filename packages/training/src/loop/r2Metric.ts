import { add, concat, mean, reshape, slice, square, sub, sum } from "@tensorflow/tfjs-core";
import type { EpochMetric } from "./EpochMetric.ts";
import { requireSameShape } from "./requireSameShape.ts";

/**
 * The coefficient of determination over an epoch, as Keras' `R2Score` and scikit-learn's `r2_score`: of each column of the
 * output, and the mean of these. Of targets that are all alike it is 1 where they are met and 0 otherwise, as in scikit-learn.
 *
 * A batch gives for each column the mean of its targets, their squared distances from it, and the squared errors. Sums of
 * squared targets would lose in float32 what these keep.
 */
export const r2Metric: EpochMetric = {
  name: "r2Score",
  measure(target, output) {
    requireSameShape("r2Score", target, output);
    const [rows = 0] = target.shape;
    const targets = reshape(target, [rows, -1]);
    // From the first row on, so that targets that are all alike have a distance of exactly 0.
    const first = slice(targets, [0, 0], [1, -1]);
    const offsets = sub(targets, first);
    const offset = mean(offsets, 0, true);
    const errors = sub(targets, reshape(output, [rows, -1]));
    const parts = [
      add(first, offset),
      sum(square(sub(offsets, offset)), 0, true),
      sum(square(errors), 0, true),
    ];
    return reshape(concat(parts, 0), [-1]);
  },
  add(sums, measured, rows) {
    const columns = measured.length / 3;
    const [before = 0] = sums;
    const all = before + rows;
    const merged = [all];
    for (let column = 0; column < columns; column += 1) {
      const [mean1 = 0, distances = 0, errors = 0] = sums.slice(1 + 3 * column);
      const [mean2, newDistances, newErrors] = [0, 1, 2].map(
        (part) => measured[part * columns + column] ?? Number.NaN,
      ) as [number, number, number];
      const apart = mean2 - mean1;
      merged.push(
        mean1 + (apart * rows) / all,
        distances + newDistances + (apart * apart * before * rows) / all,
        errors + newErrors,
      );
    }
    return merged;
  },
  value([, ...sums]) {
    const columns = sums.length / 3;
    let total = 0;
    for (let column = 0; column < columns; column += 1) {
      const [, distances = 0, errors = 0] = sums.slice(3 * column);
      total += distances === 0 ? Number(errors === 0) : 1 - errors / distances;
    }
    return total / columns;
  },
};
