import { mnist } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** Two hidden layers of 128 units on MNIST, with the first 10,000 training rows held back for validation. */
export const mnistMlp128: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-mlp-128",
  title: "MLP with two small hidden layers on MNIST",
  dataset: mnist,
  architecture: "Dense 128, Dense 128, Dense 10",
  parameters: 118_282,
  schedule: {
    optimizer: "rmsprop",
    learningRate: 0.001,
    batchSize: 64,
    epochs: 21,
    validation: { firstRows: 10_000 },
  },
  published: {
    metric: "validation accuracy",
    value: 0.978,
    tolerance: 0.003,
    source:
      "LearnOpenCV, Implementing an MLP in TensorFlow & Keras: 21 epochs, https://learnopencv.com/implementing-mlp-tensorflow-keras/",
  },
  createModel: (seed) => mlp({ inputShape: mnist.inputShape, hidden: [128, 128], classes: 10, seed }),
};
