import { parseKerasColumns } from "../columns/parseKerasColumns.ts";
import type { DatasetFile } from "../Dataset.ts";
import type { NdArray } from "../NdArray.ts";
import { parseTable } from "../formats/parseTable.ts";

/** The archive of Keras: the same rows in the same order, inputs and prices apart. */
const npz: DatasetFile = {
  name: "boston_housing.npz",
  bytes: 57_026,
  sha256: "f553886a1f8d56431e820c5b82552d9d95cfcb96d1e678153f8839538947dff5",
  mirrors: [{ url: "https://storage.googleapis.com/tensorflow/tf-keras-datasets/", cors: "unknown" }],
};

/** The data as their authors published them: a line a tract, the price last. */
export const bostonFile: DatasetFile = {
  name: "housing.data",
  bytes: 49_082,
  sha256: "baadf72995725d76efe787b664e1f083388c79ba21ef9a7990d87f774184735a",
  alternative: npz,
};

/** The rows of either file, `[506, 14]`: 13 features and the price. */
export async function parseBoston(file: DatasetFile, bytes: Uint8Array): Promise<NdArray<Float64Array>> {
  return file.name === npz.name
    ? parseKerasColumns(file, bytes)
    : parseTable(new TextDecoder().decode(bytes));
}
