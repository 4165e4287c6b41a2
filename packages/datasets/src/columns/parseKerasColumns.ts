import type { DatasetFile } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { parseNpz } from "../formats/parseNpz.ts";
import type { NdArray } from "../NdArray.ts";

/**
 * The rows of an archive as Keras has them for tables, inputs `x` and targets `y` apart: `[rows, columns + 1]`, the target last.
 *
 * @throws {DatasetError} `INVALID_FORMAT`
 */
export async function parseKerasColumns(
  { name }: DatasetFile,
  bytes: Uint8Array,
): Promise<NdArray<Float64Array>> {
  const arrays = await parseNpz(bytes);
  const [x, y] = [arrays.get("x"), arrays.get("y")];
  const [rows = 0, columns = 0] = x?.shape ?? [];
  if (x === undefined || y === undefined || x.shape.length !== 2 || y.data.length !== rows) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `${name} should hold x, a table, and y with a value for each row`,
    );
  }
  const data = new Float64Array(rows * (columns + 1));
  for (let row = 0; row < rows; row++) {
    data.set(x.data.subarray(row * columns, (row + 1) * columns), row * (columns + 1));
    data[row * (columns + 1) + columns] = y.data[row] ?? Number.NaN;
  }
  return { data, shape: [rows, columns + 1] };
}
