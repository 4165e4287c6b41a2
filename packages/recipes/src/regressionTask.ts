import { meanAbsoluteError, meanSquaredError } from "@minibatch/training";
import type { Recipe } from "./Recipe.ts";
import type { RegressionResult, TrainedRecipe } from "./RecipeResult.ts";
import type { RecipeTask } from "./RecipeTask.ts";

/** How a recipe that predicts values is trained and measured. */
export function regressionTask({
  published,
}: Recipe): RecipeTask<Omit<RegressionResult, keyof TrainedRecipe>> {
  return {
    loss: () => "meanSquaredError",
    metric: "mae",
    async measure({ train, test }, predict) {
      const testPredictions = await predict(test.x);
      const asked = published?.predictions ?? [];
      const inputs = {
        data: Float64Array.from(asked.flatMap(({ input }) => input)),
        shape: [asked.length, train.x.shape[1] ?? 0],
      };
      const answers = await predict(inputs);
      return {
        task: "regression",
        test: {
          loss: meanSquaredError(test.y.data, testPredictions.data),
          mae: meanAbsoluteError(test.y.data, testPredictions.data),
        },
        trainSet: train,
        trainPredictions: await predict(train.x),
        testSet: test,
        testPredictions,
        predictions: asked.map((prediction, row) => ({
          ...prediction,
          predicted: answers.data[row] ?? Number.NaN,
        })),
      };
    },
  };
}
