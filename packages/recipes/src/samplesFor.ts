import type { Dataset, Samples } from "@minibatch/datasets";
import type { LoadedModel } from "@minibatch/models";
import { takeColumns } from "./takeColumns.ts";

/**
 * Samples of a dataset in the shape that a model takes: the columns that it was trained on, in its order, and images flattened where it takes rows.
 *
 * @returns `undefined` where the values of a sample are not as many as the model takes
 * @throws {RecipeError} `INVALID_SETTING` for a column that the dataset does not have
 * @example
 * const { test } = await dataset.load({ split: "test" });
 * const samples = samplesFor(await loadModel("runs/boston-linear-1"), bostonHousing, test); // of one column
 */
export function samplesFor(
  { model, metadata }: LoadedModel,
  dataset: Dataset,
  samples: Samples,
): Samples | undefined {
  const { featureNames: names } = metadata;
  // Others, or others first: a table that was added to may list its categories in another order.
  const differ = names !== undefined && names.join("\n") !== (dataset.featureNames ?? names).join("\n");
  const { x, y } = differ ? takeColumns({ train: samples, test: samples }, dataset, names).test : samples;
  const shape = [x.shape[0] ?? 0, ...(model.inputs[0]?.shape ?? []).slice(1).map(Number)];
  const values = shape.reduce((product, length) => product * length, 1);
  return values === x.data.length ? { x: { data: x.data, shape }, y } : undefined;
}
