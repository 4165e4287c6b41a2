import { fashionMnist } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** The small convnet with a dense layer on Fashion-MNIST: as large as those that its authors list. */
export const fashionMnistCnn: ClassificationRecipe & PublishedRecipe = {
  name: "fashion-mnist-cnn",
  title: "Convnet with a dense layer on Fashion-MNIST",
  dataset: fashionMnist,
  architecture: "Conv 32, pool, Conv 64, pool, dropout 0.25, Dense 64, dropout 0.25, Dense 10",
  parameters: 121_930,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 64,
    epochs: 12,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.92,
    tolerance: 0.015,
    source:
      "README of Fashion-MNIST, submitted benchmarks with two convolutions: 0.916 to 0.925, https://github.com/zalandoresearch/fashion-mnist",
  },
  createModel: (seed) =>
    cnn({
      inputShape: fashionMnist.inputShape,
      blocks: [{ filters: [32] }, { filters: [64], dropout: 0.25 }],
      hidden: [64],
      dropout: 0.25,
      classes: 10,
      seed,
    }),
};
