import type { ExperimentData } from "@minibatch/recipes";
import type { ImageDataset } from "@minibatch/images";
import type { Dataset } from "@minibatch/datasets";

/** What a dataset of pictures says beside any other. */
type Card = Dataset & Partial<Pick<ImageDataset, "splitBy">>;

/**
 * Data with what was decided about them written out, so that it can be seen and changed.
 *
 * @param dataset as it was opened
 */
export function spelledOut(
  data: ExperimentData,
  { inputShape, preparation, splitBy, task }: Card,
): ExperimentData {
  if ("table" in data) {
    return { ...data, options: { task, validationSplit: 0.15, testSplit: 0.15, seed: 1, ...data.options } };
  }
  if (!("pictures" in data)) return data;
  const [height = 0, width = 0, channels] = inputShape;
  const size = height === width ? height : ([height, width] as const);
  const fractions = splitBy === "folders" ? {} : { validationSplit: 0.15, testSplit: 0.15 };
  const fit = preparation?.["fit"] === "crop" ? "crop" : "pad";
  return {
    ...data,
    options: { imageSize: size, grey: channels === 1, fit, ...fractions, seed: 1, ...data.options },
  };
}
