import { fashionMnist } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** One hidden layer of 128 units on Fashion-MNIST: TensorFlow's tutorial for beginners. */
export const fashionMnistMlp: ClassificationRecipe & PublishedRecipe = {
  name: "fashion-mnist-mlp",
  title: "MLP with one hidden layer on Fashion-MNIST",
  dataset: fashionMnist,
  architecture: "Dense 128, Dense 10",
  parameters: 101_770,
  schedule: {
    optimizer: "adam",
    learningRate: 0.001,
    batchSize: 32,
    epochs: 10,
    validation: { testSet: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.88,
    tolerance: 0.01,
    source:
      "TensorFlow tutorial Basic classification: Classify images of clothing, https://www.tensorflow.org/tutorials/keras/classification",
  },
  createModel: (seed) => mlp({ inputShape: fashionMnist.inputShape, hidden: [128], classes: 10, seed }),
};
