import type { Optimizer } from "@tensorflow/tfjs-core";
import { TrainingError } from "../TrainingError.ts";

/** The optimizers of tfjs keep their rate under this name, whatever their types say. */
interface Rated {
  learningRate?: number;
  /** SGD and momentum keep the rate in a tensor too. */
  setLearningRate?(learningRate: number): void;
}

/** Reads the rate of an optimizer; throws `INVALID_ARGUMENT` for one that has none. */
export function learningRateOf(optimizer: Optimizer): number {
  const { learningRate } = optimizer as unknown as Rated;
  if (typeof learningRate === "number") return learningRate;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `A schedule moves optimizer.learningRate, but ${optimizer.getClassName()} has none. Use an optimizer of tf.train.`,
  );
}

/** Changes the rate of an optimizer from its next step on. */
export function setLearningRate(optimizer: Optimizer, learningRate: number): void {
  const rated = optimizer as unknown as Rated;
  if (rated.learningRate === learningRate) return;
  if (rated.setLearningRate) rated.setLearningRate(learningRate);
  else rated.learningRate = learningRate;
}
