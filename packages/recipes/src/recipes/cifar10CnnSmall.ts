import { cifar10 } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** Three convolutions and a dense layer on CIFAR-10: TensorFlow's tutorial on convolutional networks. */
export const cifar10CnnSmall: ClassificationRecipe & PublishedRecipe = {
  name: "cifar10-cnn-small",
  title: "Small convnet on CIFAR-10",
  dataset: cifar10,
  architecture: "Conv 32, pool, Conv 64, pool, Conv 64, Dense 64, Dense 10",
  parameters: 122_570,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 32,
    epochs: 10,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.7,
    tolerance: 0.02,
    source:
      "TensorFlow tutorial Convolutional Neural Network (CNN), https://www.tensorflow.org/tutorials/images/cnn",
  },
  createModel: (seed) =>
    cnn({
      inputShape: cifar10.inputShape,
      blocks: [{ filters: [32] }, { filters: [64] }, { filters: [64], pool: 1 }],
      hidden: [64],
      classes: 10,
      seed,
    }),
};
