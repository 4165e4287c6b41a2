import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";
import { airbenchRecipe } from "./airbenchRecipe.ts";

/** CIFAR-10 to 93 % in 11 epochs. */
export const cifar10Airbench93: ClassificationRecipe & PublishedRecipe = airbenchRecipe({
  name: "cifar10-airbench-93",
  title: "CIFAR-10 to 93 % in eleven epochs",
  parameters: 570_296,
  widths: [64, 128, 128],
  epochs: 11,
  parts: 4,
  published: {
    metric: "test accuracy",
    value: 0.93,
    tolerance: 0.003,
    source:
      "K. Jordan, 94 % on CIFAR-10 in 3.29 seconds on a single GPU (arXiv:2404.00498): 93.00 %, mean of 50 runs, https://github.com/KellerJordan/cifar10-airbench",
  },
});
