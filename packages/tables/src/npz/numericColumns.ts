import type { NdArray } from "@minibatch/datasets";
import { numberStatistics } from "../encode/numberStatistics.ts";
import type { NumberEncoding } from "../encode/TableEncoding.ts";

/**
 * Fits how an array `[rows, columns]` becomes inputs, as a table's columns of numbers do; one that is not finite is missing.
 *
 * @param name what the columns are called after: `x0`, `x1` …
 * @param rows the rows to fit on, and no others
 */
export function fitNumbers(
  name: string,
  { data, shape }: NdArray,
  rows: readonly number[],
): NumberEncoding[] {
  const [, width = 0] = shape;
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((row) => data[row * width + column] as number).filter(Number.isFinite);
    return {
      kind: "number",
      name: `${name}${column}`,
      ...numberStatistics(values),
      flag: values.length < rows.length,
    };
  });
}

/** The inputs of an array `[rows, columns]`, `[rows, features]`: what `encodeTable` makes of the same numbers in a table. */
export function encodeNumbers(
  { data, shape }: NdArray,
  columns: readonly NumberEncoding[],
): NdArray<Float32Array> {
  const [rows = 0, width = 0] = shape;
  const features = columns.reduce((sum, { flag }) => sum + (flag ? 2 : 1), 0);
  const x = new Float32Array(rows * features);
  let to = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const { median, mean, deviation, flag } = columns[column] as NumberEncoding;
      const value = data[row * width + column] as number;
      const missing = !Number.isFinite(value);
      x[to++] = ((missing ? median : value) - mean) / deviation;
      if (flag) x[to++] = missing ? 1 : 0;
    }
  }
  return { data: x, shape: [rows, features] };
}
