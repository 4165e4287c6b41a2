/** What targets are to a loss: the shape that they have, and the values. */
export interface TargetRule {
  /** `labels`: the shape of the output without its last axis, or with 1 in place of it; `output`: its very shape. */
  readonly shape: "labels" | "output";
  /**
   * - `labels`: integers from 0 to the last class
   * - `distributions`: values from 0 to 1 that sum to 1 along the last axis
   * - `probabilities`: values from 0 to 1
   * - `signs`: -1 or 1
   * - `amounts`: finite numbers from 0
   * - `finite`: finite numbers
   * - `any`: not looked at
   */
  readonly values: "labels" | "distributions" | "probabilities" | "signs" | "amounts" | "finite" | "any";
}

/** Every loss that tfjs knows by a name. */
const rules: Readonly<Record<string, TargetRule>> = {
  sparseCategoricalCrossentropy: { shape: "labels", values: "labels" },
  categoricalCrossentropy: { shape: "output", values: "distributions" },
  categoricalHinge: { shape: "output", values: "distributions" },
  binaryCrossentropy: { shape: "output", values: "probabilities" },
  kullbackLeiblerDivergence: { shape: "output", values: "probabilities" },
  // Keras makes -1 of 0; tfjs does not, and learns nothing from such rows.
  hinge: { shape: "output", values: "signs" },
  squaredHinge: { shape: "output", values: "signs" },
  poisson: { shape: "output", values: "amounts" },
  meanSquaredLogarithmicError: { shape: "output", values: "amounts" },
  meanSquaredError: { shape: "output", values: "finite" },
  meanAbsoluteError: { shape: "output", values: "finite" },
  meanAbsolutePercentageError: { shape: "output", values: "finite" },
  logcosh: { shape: "output", values: "finite" },
  cosineProximity: { shape: "output", values: "finite" },
};

/** What a loss asks of targets; a function of the user's gets what tfjs' own `fit` gives it, targets shaped as the output. */
export function targetRule(lossName: string | undefined): TargetRule {
  return rules[lossName ?? ""] ?? { shape: "output", values: "any" };
}
