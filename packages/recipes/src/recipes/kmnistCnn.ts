import { kmnist } from "@minibatch/datasets";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";
import { mnistCnn } from "./mnistCnn.ts";

/** The network of `mnist-cnn` on Kuzushiji-MNIST, as the authors of the dataset train it. */
export const kmnistCnn: ClassificationRecipe & PublishedRecipe = {
  ...mnistCnn,
  name: "kmnist-cnn",
  title: "Convnet with a dense layer on Kuzushiji-MNIST",
  dataset: kmnist,
  published: {
    metric: "test accuracy",
    value: 0.9512,
    tolerance: 0.005,
    source:
      "README of Kuzushiji-MNIST, Keras Simple CNN Benchmark: 95.12 % (with Adadelta), https://github.com/rois-codh/kmnist",
  },
};
