import { mnist } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** One hidden layer of 512 units on MNIST: the first network of Chollet's book. */
export const mnistMlp512: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-mlp-512",
  title: "MLP with one hidden layer on MNIST",
  dataset: mnist,
  architecture: "Dense 512, Dense 10",
  parameters: 407_050,
  schedule: {
    optimizer: "rmsprop",
    learningRate: 0.001,
    batchSize: 128,
    epochs: 5,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.978,
    tolerance: 0.003,
    source: "F. Chollet, Deep Learning with Python, chapter 2: 0.978 to 0.980",
  },
  createModel: (seed) => mlp({ inputShape: mnist.inputShape, hidden: [512], classes: 10, seed }),
};
