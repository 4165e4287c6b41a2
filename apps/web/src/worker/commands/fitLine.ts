import { createOptimizer } from "@minibatch/recipes";
import { fit, standardize } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { lineRecipe, lineSamples, type LineSource } from "../lineSamples.ts";
import { startChosenBackend } from "../startChosenBackend.ts";

/** What to fit a line to, and how. */
export interface FitLineInput {
  readonly source: LineSource;
  readonly learningRate: number;
  readonly epochs: number;
  /** Whether the feature is brought to mean 0 and variance 1 first. */
  readonly standardized: boolean;
}

/** The line after an epoch. */
export interface LineEpoch {
  /** In the unit of the target, per unit of the feature as it is. */
  readonly slope: number;
  readonly intercept: number;
  /** The mean squared error over the epoch, while the line was moving. */
  readonly loss: number;
  readonly validationLoss: number;
}

/** So long at least an epoch stays on the page, in milliseconds: a line that jumps to its place shows nothing. */
const shortestEpoch = 25;

/** Fits a line as the recipe `boston-linear` does, and reports it after each epoch. */
export const fitLine: Command<FitLineInput, undefined, LineEpoch> = async (input, context) => {
  const { signal, emit } = context;
  const { source, learningRate, epochs, standardized } = input;
  const { batchSize, seed, optimizer } = lineRecipe.schedule;
  // Two parameters: there is nothing that WebAssembly and its threads could do sooner.
  await startChosenBackend("cpu");
  const { train, validation } = await lineSamples(source, { ...context, emit: () => {} });
  const inputScaling = standardized ? standardize(train.x) : { scale: [1], offset: [0] };
  const model = lineRecipe.createModel(seed ?? 1);
  const [scale = 1] = [inputScaling.scale].flat();
  const [offset = 0] = [inputScaling.offset].flat();
  try {
    model.compile({ optimizer: createOptimizer(optimizer, learningRate), loss: "meanSquaredError" });
    await fit(model, train, {
      epochs,
      batchSize,
      seed,
      validationData: validation,
      inputScaling,
      signal,
      async onCheckpoint({ weights: [kernel, bias], history, epoch, batch }) {
        if (batch > 0) return;
        const slope = kernel?.data[0] ?? 0;
        emit({
          slope: slope * scale,
          intercept: (bias?.data[0] ?? 0) + slope * offset,
          loss: history.loss[epoch - 1] ?? 0,
          validationLoss: history["valLoss"]?.[epoch - 1] ?? 0,
        });
        await new Promise((resolve) => setTimeout(resolve, shortestEpoch));
      },
    });
  } finally {
    model.dispose();
  }
  return undefined;
};
