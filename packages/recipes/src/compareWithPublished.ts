import type { History } from "@minibatch/training";
import type { PublishedMetric, PublishedPrediction, PublishedResult } from "./PublishedResult.ts";

/** What a run measured, as far as sources publish it: a `RecipeResult`, or what was saved of one. */
export interface MeasuredResult {
  readonly published: PublishedResult | null;
  readonly history: History;
  readonly test: { readonly accuracy?: number; readonly mae?: number };
  readonly predictions?: readonly (PublishedPrediction & { readonly predicted: number })[];
  /** What the model reaches on the real MNIST test set, where that is not the test set of its dataset; 0 to 1. */
  readonly realMnistAccuracy?: number | undefined;
}

/** A published number beside the one that was measured. */
export interface Comparison {
  /** A `PublishedMetric`, or `prediction for 3`. */
  readonly metric: string;
  readonly published: number;
  readonly tolerance: number;
  /** Not a number where the run did not measure it. */
  readonly measured: number;
  /** Whether the run reproduces the published number. */
  readonly reached: boolean;
}

/**
 * Puts what a run measured beside what its source published.
 *
 * An accuracy may be higher and an error lower than published by any amount, and worse by the tolerance; a prediction
 * may be off by it on either side.
 *
 * @returns a row for each published number, the recipe's own first; none where nothing was published
 * @example
 * const result = await trainRecipe(findRecipe("mnist-mlp-512"));
 * compareWithPublished(result)[0]; // { metric: "test accuracy", published: 0.978, tolerance: 0.003, measured: 0.9812, reached: true }
 */
export function compareWithPublished(result: MeasuredResult): Comparison[] {
  const { published, predictions = [] } = result;
  const publishedFigures = published ? [published, ...(published.further ?? [])] : [];
  const figures = publishedFigures.map(({ metric, value, tolerance }) => {
    const measured = measuredOf(metric, result);
    const worse = metric.includes("accuracy") ? value - measured : measured - value;
    return { metric, published: value, tolerance, measured, reached: isWithin(worse, tolerance) };
  });
  const answers = predictions.map(({ input, value, tolerance, predicted }) => ({
    metric: `prediction for ${input.join(", ")}`,
    published: value,
    tolerance,
    measured: predicted,
    reached: isWithin(Math.abs(predicted - value), tolerance),
  }));
  return [...figures, ...answers];
}

function measuredOf(metric: PublishedMetric, { test, history, realMnistAccuracy }: MeasuredResult): number {
  const value = {
    "test accuracy": test.accuracy,
    "validation accuracy": history.valAccuracy?.at(-1),
    "accuracy on real MNIST": realMnistAccuracy,
    "test MAE": test.mae,
    "training MSE": history.loss.at(-1),
    "validation MSE": history.valLoss?.at(-1),
  }[metric];
  return value ?? Number.NaN;
}

/** What 0.88 - 0.87 exceeds 0.01 by is no difference. */
function isWithin(distance: number, tolerance: number): boolean {
  return distance <= tolerance + 1e-9;
}
