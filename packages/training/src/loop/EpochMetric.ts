import { mean, type Tensor } from "@tensorflow/tfjs-core";

/** How what is measured of each batch becomes the value of an epoch. */
export interface Accumulation {
  /**
   * Adds what was measured of a batch of so many rows.
   *
   * @param sums what it gave for the batches before; empty for the first
   */
  readonly add: (sums: readonly number[], measured: ArrayLike<number>, rows: number) => number[];
  /** The value over all rows that were added. */
  readonly value: (sums: readonly number[], rows: number) => number;
}

/** A metric that a model was compiled with. */
export interface EpochMetric extends Accumulation {
  readonly name: string;
  /** What has to be known of a batch: a scalar, or a list of numbers. */
  readonly measure: (target: Tensor, output: Tensor) => Tensor;
}

/** The mean over samples: how losses add up, and most metrics. */
export const meanOfRows: Accumulation = {
  add: ([sum = 0], { 0: value = Number.NaN }, rows) => [sum + value * rows],
  value: ([sum = Number.NaN], rows) => sum / rows,
};

/** A metric that measures each sample by itself, so that the epoch has the mean. */
export function meanMetric(name: string, measure: (target: Tensor, output: Tensor) => Tensor): EpochMetric {
  return { name, measure: (target, output) => mean(measure(target, output)), ...meanOfRows };
}
