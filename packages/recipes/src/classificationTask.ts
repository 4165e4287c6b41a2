import type { Dataset, NdArray } from "@minibatch/datasets";
import { accuracy, argMax, categoricalCrossentropy, confusionMatrix } from "@minibatch/training";
import { classProbabilities } from "./classProbabilities.ts";
import type { ClassificationResult, TrainedRecipe } from "./RecipeResult.ts";
import type { RecipeTask } from "./RecipeTask.ts";

/** How a recipe that tells classes apart is trained and measured. */
export function classificationTask({
  classNames,
}: Dataset): RecipeTask<Omit<ClassificationResult, keyof TrainedRecipe>> {
  return {
    loss: (outputs) => (outputs === 1 ? "binaryCrossentropy" : "sparseCategoricalCrossentropy"),
    metric: "accuracy",
    async measure({ test }, predict) {
      const probabilities: NdArray<Float32Array> = classProbabilities(await predict(test.x));
      const predicted = argMax(probabilities);
      return {
        task: "classification",
        test: {
          loss: categoricalCrossentropy(test.y.data, probabilities),
          accuracy: accuracy(test.y.data, predicted),
        },
        confusionMatrix: confusionMatrix(test.y.data, predicted, classNames.length),
        testSet: test,
        testProbabilities: probabilities,
      };
    },
  };
}
