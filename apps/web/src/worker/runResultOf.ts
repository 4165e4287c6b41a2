import type { RecipeResult } from "@minibatch/recipes";
import type { RunResult } from "../storage/runs.ts";

/** As much of a result as is kept of a run: no model and no data. */
export function runResultOf(result: RecipeResult): RunResult {
  const { settings, parameters, samples, test, published, samplesPerSecond, seconds, batchNormalization } =
    result;
  return {
    settings,
    parameters,
    samples,
    test,
    published,
    samplesPerSecond,
    seconds,
    ...(batchNormalization && { batchNormalization }),
    ...(result.task === "classification" && { confusionMatrix: result.confusionMatrix }),
  };
}
