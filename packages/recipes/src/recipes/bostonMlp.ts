import { bostonHousing } from "@minibatch/datasets";
import { mlp } from "@minibatch/models";
import type { PublishedRecipe, RegressionRecipe } from "../Recipe.ts";

/** Two hidden layers on all 13 features, standardized: the house prices of Chollet's book. */
export const bostonMlp: RegressionRecipe & PublishedRecipe = {
  name: "boston-mlp",
  title: "MLP on Boston housing",
  task: "regression",
  dataset: bostonHousing,
  standardized: true,
  architecture: "Dense 64, Dense 64, Dense 1",
  parameters: 5121,
  schedule: {
    optimizer: "rmsprop",
    learningRate: 0.001,
    batchSize: 16,
    epochs: 80,
    validation: { testSet: true },
  },
  published: {
    metric: "test MAE",
    value: 2.6,
    tolerance: 0.3,
    source:
      "F. Chollet, Deep Learning with Python, section 3.6, the final model: 80 epochs on all training rows",
  },
  createModel: (seed) => mlp({ inputShape: [13], hidden: [64, 64], outputs: 1, seed }),
};
