import { syntheticDigits } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** The convnet of `mnist-convnet` on digits that are drawn on the spot: runs with no network, and then reads real handwriting. */
export const digitsCnn: ClassificationRecipe & PublishedRecipe = {
  name: "digits-cnn",
  title: "Small convnet on synthetic digits",
  dataset: syntheticDigits,
  architecture: "Conv 32, pool, Conv 64, pool, dropout 0.5, Dense 10",
  parameters: 34_826,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 64,
    epochs: 5,
    validation: { lastFraction: 0.1 },
  },
  published: {
    metric: "accuracy on real MNIST",
    value: 0.9,
    tolerance: 0,
    source: "our own goal for drawn digits",
  },
  createModel: (seed) =>
    cnn({
      inputShape: syntheticDigits.inputShape,
      blocks: [{ filters: [32] }, { filters: [64] }],
      kernelInitializer: "heUniform",
      dropout: 0.5,
      classes: 10,
      seed,
    }),
};
