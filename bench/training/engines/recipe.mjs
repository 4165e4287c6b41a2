import { startBackend } from "@minibatch/backends";
import { createOptimizer, findRecipe } from "@minibatch/recipes";
import { fit } from "@minibatch/training";
import { samples } from "../samples.mjs";

/** `fit` on a recipe as it stands, but for what its pictures go through first. Of what is asked for it takes only sizes. */
export async function start(name, threads) {
  await startBackend("wasm", { threads });
  const recipe = findRecipe(name);
  const { dataset, schedule, weightAverage } = recipe;
  const { optimizer, learningRate, optimizerOptions, gradientAccumulation, labelSmoothing } = schedule;
  return {
    prepare({ parts = gradientAccumulation }, batchSize, batches) {
      const model = recipe.createModel(1);
      model.compile({
        optimizer: createOptimizer(optimizer, learningRate, optimizerOptions, recipe.weightGroups?.(batches)),
        loss: "sparseCategoricalCrossentropy",
      });
      const data = samples(dataset.inputShape, batchSize * batches);
      const options = { batchSize, epochs: 1, gradientAccumulation: parts, labelSmoothing, weightAverage };
      return () => fit(model, data, options);
    },
  };
}
