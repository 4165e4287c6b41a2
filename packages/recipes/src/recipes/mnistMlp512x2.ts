import { mnist } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** Two hidden layers of 512 units with dropout on MNIST: Keras' `mnist_mlp.py`. */
export const mnistMlp512x2: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-mlp-512x2",
  title: "MLP with two hidden layers and dropout on MNIST",
  dataset: mnist,
  architecture: "Dense 512, dropout 0.2, Dense 512, dropout 0.2, Dense 10",
  parameters: 669_706,
  schedule: {
    optimizer: "rmsprop",
    learningRate: 0.001,
    batchSize: 128,
    epochs: 20,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.984,
    tolerance: 0.004,
    source:
      "Keras 2 examples, mnist_mlp.py: 98.40 % after 20 epochs, https://github.com/keras-team/keras/blob/2.3.1/examples/mnist_mlp.py",
  },
  createModel: (seed) =>
    mlp({ inputShape: mnist.inputShape, hidden: [512, 512], dropout: 0.2, classes: 10, seed }),
};
