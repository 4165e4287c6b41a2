import type { NdArray } from "@minibatch/datasets";
import type { ValueAnswers } from "./Answers.ts";
import type { Session } from "../Session.ts";
import { table } from "../terminal/table.ts";

/** One input that values were predicted for. */
export interface ValueRow {
  /** As it was typed. */
  readonly input: string;
  /** The true value, where a dataset knows it. */
  readonly actual?: number | undefined;
}

/** What was predicted for a row: a number, or all of them where the model gives several. */
export function predictedOf({ data, shape }: NdArray<Float32Array>, row: number): number | number[] {
  const width = shape[1] ?? 1;
  const values = Array.from(data.subarray(row * width, (row + 1) * width));
  return width === 1 ? (values[0] ?? Number.NaN) : values;
}

/** Predicted values as a table, beside the true ones where they are known. */
export function valueTable(
  head: string,
  rows: readonly ValueRow[],
  { names, values }: ValueAnswers,
  { colour }: Session,
): string {
  const actuals = rows.some(({ actual }) => actual !== undefined);
  return table(
    [head, ...names, ...(actuals ? ["actual"] : [])],
    rows.map(({ input, actual }, row) => [
      input,
      ...[predictedOf(values, row)].flat().map((value) => value.toFixed(2)),
      ...(actuals ? [actual === undefined ? "" : String(actual)] : []),
    ]),
    ["left", ...names.map(() => "right" as const), "right"],
    colour.bold,
  );
}
