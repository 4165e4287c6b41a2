import { drawDigits } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import { createOptimizer } from "@minibatch/recipes";
import { fit } from "@minibatch/training";
import type { Command } from "../Command.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";

/** How large a network learns from how few digits. */
export interface OverfitInput {
  readonly samples: number;
  /** The units of the hidden layer. */
  readonly hidden: number;
  /** The share of them that each step leaves out, 0 to below 1. */
  readonly dropout: number;
}

/** What the network gets right after an epoch, and how wrong it is. */
export interface OverfitEpoch {
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
}

/** How often it sees its few digits: often enough to know them by heart. */
export const overfitEpochs = 40;

/** So long at least an epoch stays on the page, in milliseconds. */
const shortestEpoch = 40;

/** Trains a small network on few synthetic digits, and reports after each epoch how it does on 500 others. */
export const overfit: Command<OverfitInput, undefined, OverfitEpoch> = async (
  { samples, hidden, dropout },
  { signal, emit },
) => {
  await startSteadyBackend();
  const model = mlp({ inputShape: [28, 28, 1], hidden: [hidden], dropout, classes: 10 });
  try {
    model.compile({
      optimizer: createOptimizer("adam", 0.003),
      loss: "sparseCategoricalCrossentropy",
      metrics: ["accuracy"],
    });
    await fit(model, drawDigits({ count: samples }), {
      epochs: overfitEpochs,
      batchSize: 20,
      validationData: drawDigits({ count: 500, split: "test" }),
      signal,
      async onCheckpoint({ history, epoch, batch }) {
        if (batch > 0) return;
        const last = (name: string): number => history[name]?.[epoch - 1] ?? 0;
        emit({
          loss: last("loss"),
          accuracy: last("accuracy"),
          validationLoss: last("valLoss"),
          validationAccuracy: last("valAccuracy"),
        });
        await new Promise((resolve) => setTimeout(resolve, shortestEpoch));
      },
    });
  } finally {
    model.dispose();
  }
  return undefined;
};
