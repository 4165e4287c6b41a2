import { accuracy, argMax, categoricalCrossentropy, confusionMatrix } from "@minibatch/training";
import type { ClassificationRecipe } from "./Recipe.ts";
import type { ClassificationResult, TrainedRecipe } from "./RecipeResult.ts";
import type { RecipeTask } from "./RecipeTask.ts";

/** How a recipe that tells images apart loads, trains and is measured. */
export function classificationTask({
  dataset,
}: ClassificationRecipe): RecipeTask<
  Uint8Array,
  Uint8Array,
  Omit<ClassificationResult, keyof TrainedRecipe>
> {
  return {
    loss: "sparseCategoricalCrossentropy",
    metric: "accuracy",
    metadata: { classNames: dataset.classNames },
    load: (options) => dataset.load(options),
    inputScaling: () => ({ scale: 1 / 255, offset: 0 }),
    async measure({ test }, predict) {
      const probabilities = await predict(test.x);
      const predicted = argMax(probabilities);
      return {
        task: "classification",
        test: {
          loss: categoricalCrossentropy(test.y.data, probabilities),
          accuracy: accuracy(test.y.data, predicted),
        },
        confusionMatrix: confusionMatrix(test.y.data, predicted, dataset.classNames.length),
        testSet: test,
        testProbabilities: probabilities,
      };
    },
  };
}
