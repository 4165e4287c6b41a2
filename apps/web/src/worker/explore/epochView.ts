import type { NdArray } from "@minibatch/datasets";
import { accuracy, argMax, categoricalCrossentropy, confusionMatrix, predict } from "@minibatch/training";
import { firstFilters } from "../build/firstFilters.ts";
import { planeBoundary } from "../build/planeBoundary.ts";
import { classify } from "../classify.ts";
import type { ExploredRun } from "./exploredRun.ts";
import { takeEpoch } from "./takeEpoch.ts";

/** A network as it was after an epoch. */
export interface EpochView {
  readonly epoch: number;
  /** Of the test rows that are looked at, 0 to 1. */
  readonly accuracy: number;
  readonly loss: number;
  /** Counts `[actual][predicted]`. */
  readonly matrix: readonly (readonly number[])[];
  /** The weights of the first layer as pictures, `[height, width, channels, filters]`, where it has such. */
  readonly filters: NdArray<Float32Array> | undefined;
  /** What it answers around the points of a plane, as {@link planeBoundary} has it; none of pictures. */
  readonly boundary: NdArray<Float32Array> | undefined;
  /** The probability of each class for each row, `[rows, classes]`. */
  readonly probabilities: NdArray<Float32Array>;
}

/** Gives the network the weights that it had after an epoch, and looks at it. */
export async function epochView(explored: ExploredRun, epoch: number): Promise<EpochView> {
  const { model, test, classes, onPlane } = explored;
  takeEpoch(explored, epoch);
  const probabilities = onPlane ? await predict(model, test.x) : await classify(test.x);
  const predicted = argMax(probabilities);
  return {
    epoch,
    accuracy: accuracy(test.y.data, predicted),
    loss: categoricalCrossentropy(test.y.data, probabilities),
    matrix: confusionMatrix(test.y.data, predicted, classes),
    filters: await firstFilters(model),
    boundary: onPlane ? await planeBoundary(model) : undefined,
    probabilities,
  };
}
