import { mnist } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/**
 * A small convnet on MNIST: the code example "Simple MNIST convnet" of keras.io, but for its initial weights.
 *
 * Its convolutions start He-uniform, as suits relu. Keras' default, Glorot-uniform, counts the outputs of a unit too, and gives the
 * first convolution, of 9 inputs and 288 outputs, a thirty-third of that variance. Over seeds 1 to 5, one epoch reaches 98.2 % of
 * the validation rows from the former and 97.8 % from the latter; over seeds 1 to 3, fifteen epochs reach 99.1 % of the test rows
 * from either.
 */
export const mnistConvnet: ClassificationRecipe & PublishedRecipe = {
  name: "mnist-convnet",
  title: "Small convnet on MNIST",
  dataset: mnist,
  architecture: "Conv 32, pool, Conv 64, pool, dropout 0.5, Dense 10",
  parameters: 34_826,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 128,
    epochs: 15,
    validation: { lastFraction: 0.1 },
  },
  published: {
    metric: "test accuracy",
    value: 0.992,
    tolerance: 0.003,
    source: "Keras code examples, Simple MNIST convnet, https://keras.io/examples/vision/mnist_convnet/",
  },
  createModel: (seed) =>
    cnn({
      inputShape: mnist.inputShape,
      blocks: [{ filters: [32] }, { filters: [64] }],
      kernelInitializer: "heUniform",
      dropout: 0.5,
      classes: 10,
      seed,
    }),
};
