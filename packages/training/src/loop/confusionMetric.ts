import { cast, greater, mul, notEqual, stack, sub, sum, type Tensor } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";
import type { EpochMetric } from "./EpochMetric.ts";
import { requireSameShape } from "./requireSameShape.ts";

/**
 * Precision or recall over an epoch, from its true positives, as Keras' `Precision` and `Recall` and scikit-learn's: every value
 * of the output above 0.5 predicts that its target is 1. Outputs of several columns are counted together. 0 where there is
 * nothing to divide by.
 */
export function confusionMetric(name: "precision" | "recall"): EpochMetric {
  return {
    name,
    measure(target, output) {
      requireSameShape(name, target, output);
      const predicted = cast(greater(output, 0.5), "float32");
      const hits = sum(mul(target, predicted));
      const odd = sum(cast(notEqual(mul(target, sub(1, target)), 0), "float32"));
      return stack([hits, sum<Tensor>(name === "precision" ? predicted : target), odd]);
    },
    add([hits = 0, all = 0], { 0: newHits = 0, 1: newAll = 0, 2: odd = 0 }) {
      if (odd === 0) return [hits + newHits, all + newAll];
      throw new TrainingError(
        "INVALID_ARGUMENT",
        `The metric ${name} takes targets of 0 and 1, but ${odd} of a batch are neither. ` +
          "Give labels of two classes or one-hot rows, or leave the metric out.",
      );
    },
    value: ([hits = 0, all = 0]) => (all === 0 ? 0 : hits / all),
  };
}
