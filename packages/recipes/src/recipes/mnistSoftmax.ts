import { mnist } from "@minibatch/datasets";
import { softmaxRegression } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** Multinomial logistic regression on MNIST, the first model of TensorFlow's first tutorial. */
export const mnistSoftmax: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-softmax",
  title: "Softmax regression on MNIST",
  dataset: mnist,
  architecture: "Dense 10",
  parameters: 7850,
  schedule: {
    optimizer: "sgd",
    learningRate: 0.5,
    batchSize: 100,
    epochs: 5,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.92,
    tolerance: 0.002,
    source: "TensorFlow 1 tutorial, MNIST For ML Beginners",
  },
  createModel: (seed) => softmaxRegression({ inputShape: mnist.inputShape, classes: 10, seed }),
};
