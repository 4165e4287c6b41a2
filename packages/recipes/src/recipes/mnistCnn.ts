import { mnist } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** The larger convnet on MNIST: Keras' `mnist_cnn.py`. */
export const mnistCnn: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-cnn",
  title: "Convnet with a dense layer on MNIST",
  dataset: mnist,
  architecture: "Conv 32, Conv 64, pool, dropout 0.25, Dense 128, dropout 0.5, Dense 10",
  parameters: 1_199_882,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 128,
    epochs: 12,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.9925,
    tolerance: 0.0025,
    source:
      "Keras 2 examples, mnist_cnn.py: 99.25 % after 12 epochs (with Adadelta), https://github.com/keras-team/keras/blob/2.3.1/examples/mnist_cnn.py",
  },
  createModel: (seed) =>
    cnn({
      inputShape: mnist.inputShape,
      blocks: [{ filters: [32, 64], dropout: 0.25 }],
      hidden: [128],
      dropout: 0.5,
      classes: 10,
      seed,
    }),
};
