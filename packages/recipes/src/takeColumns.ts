import { closestName, type Dataset, type NdArray, type Samples, type TrainTest } from "@minibatch/datasets";
import { RecipeError } from "./RecipeError.ts";

/**
 * Takes the named columns of every part of a dataset, in the order of their names.
 *
 * @throws {RecipeError} `INVALID_SETTING` for a column that the dataset does not have
 */
export function takeColumns(data: TrainTest, dataset: Dataset, names: readonly string[]): TrainTest {
  const columns = names.map((name) => columnOf(dataset, name));
  const take = (samples: Samples): Samples => ({ ...samples, x: takeFrom(samples.x, columns) });
  const { train, validation, test } = data;
  return { train: take(train), test: take(test), ...(validation && { validation: take(validation) }) };
}

function columnOf({ title, featureNames = [] }: Dataset, name: string): number {
  const column = featureNames.indexOf(name);
  if (column !== -1) return column;
  const close = closestName(name, featureNames);
  throw new RecipeError(
    "INVALID_SETTING",
    `${title} has no column "${name}". ${close ? `Is "${close}" meant?` : `It has ${featureNames.join(", ") || "no columns with names"}.`}`,
  );
}

function takeFrom(x: NdArray, columns: readonly number[]): NdArray {
  const [rows = 0, width = 0] = x.shape;
  const data = new (x.data.constructor as new (length: number) => NdArray["data"])(rows * columns.length);
  for (let row = 0; row < rows; row += 1) {
    for (const [at, column] of columns.entries()) {
      data[row * columns.length + at] = x.data[row * width + column] as number;
    }
  }
  return { data, shape: [rows, columns.length] };
}
