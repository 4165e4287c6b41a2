import type { ClassificationRecipe, PublishedRecipe } from "../Recipe.ts";
import { airbenchRecipe } from "./airbenchRecipe.ts";

/** CIFAR-10 to 94 % in 10 epochs. */
export const cifar10Airbench94: ClassificationRecipe & PublishedRecipe = airbenchRecipe({
  name: "cifar10-airbench-94",
  title: "CIFAR-10 to 94 % in ten epochs",
  parameters: 1_973_944,
  widths: [64, 256, 256],
  epochs: 10,
  parts: 8,
  published: {
    metric: "test accuracy",
    value: 0.9401,
    tolerance: 0.003,
    source:
      "K. Jordan, 94 % on CIFAR-10 in 3.29 seconds on a single GPU (arXiv:2404.00498): 94.01 %, mean of 1,000 runs, https://github.com/KellerJordan/cifar10-airbench",
  },
});
