import { fashionMnist } from "@minibatch/datasets";
import { resnet } from "@minibatch/models";
import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";

/** A residual network on Fashion-MNIST, by AdamW and one cycle of the rate. */
export const fashionMnistResnet: ClassificationRecipe & PublishedRecipe = {
  name: "fashion-mnist-resnet",
  title: "Residual network on Fashion-MNIST",
  dataset: fashionMnist,
  architecture: "Conv 8, residual blocks 8-16-32-64-128-256, mean of each channel, Dense 10",
  parameters: 1_231_986,
  schedule: {
    optimizer: "adamw",
    optimizerOptions: { weightDecay: 0.01 },
    learningRate: 0.01,
    learningRateSchedule: { oneCycle: {} },
    batchSize: 256,
    epochs: 5,
    validation: { testSet: true },
    augmentation: { crop: 1, fill: "constant", horizontalFlip: true },
  },
  published: {
    metric: "test accuracy",
    value: 0.928,
    tolerance: 0.005,
    source:
      "fast.ai, course22p2, notebook 13: 92.8 % after 5 epochs with residual blocks of 8 to 256 channels, https://github.com/fastai/course22p2",
  },
  createModel: (seed) =>
    resnet({
      inputShape: fashionMnist.inputShape,
      widths: [8, 16, 32, 64, 128, 256],
      classes: 10,
      seed,
    }),
};
