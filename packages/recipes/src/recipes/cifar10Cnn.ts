import { cifar10 } from "@minibatch/datasets";
import { cnn } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** The VGG-like convnet on CIFAR-10, with images that are shifted and mirrored at random: Keras' `cifar10_cnn.py`. */
export const cifar10Cnn: ClassificationRecipe & PublishedRecipe = {
  name: "cifar10-cnn",
  title: "VGG-like convnet with augmentation on CIFAR-10",
  dataset: cifar10,
  architecture:
    "Conv 32-32, pool, dropout 0.25, Conv 64-64, pool, dropout 0.25, Dense 512, dropout 0.5, Dense 10",
  parameters: 1_250_858,
  schedule: {
    optimizer: "rmsprop",
    learningRate: 0.0001,
    batchSize: 32,
    epochs: 25,
    validation: { testSet: true },
    augmentation: { widthShift: 0.1, heightShift: 0.1, horizontalFlip: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.75,
    tolerance: 0.01,
    source:
      "Keras 2 examples, cifar10_cnn.py: 75 % after 25 epochs, 79 % after 50, https://github.com/keras-team/keras/blob/2.3.1/examples/cifar10_cnn.py",
  },
  createModel: (seed) =>
    cnn({
      inputShape: cifar10.inputShape,
      blocks: [
        { filters: [32, 32], padding: ["same", "valid"], dropout: 0.25 },
        { filters: [64, 64], padding: ["same", "valid"], dropout: 0.25 },
      ],
      hidden: [512],
      dropout: 0.5,
      classes: 10,
      seed,
    }),
};
