import type { Samples } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";
import { requireWhole } from "./requireWhole.ts";

/**
 * Counts the rows of samples after checking that inputs, targets and their shapes agree.
 *
 * @param name what the samples are called in messages, `x` and `y` without
 * @throws {TrainingError} `SHAPE_MISMATCH`
 */
export function rowCount({ x, y }: Samples, name = ""): number {
  requireWhole(x, `${name}x`);
  requireWhole(y, `${name}y`);
  const rows = x.shape[0] ?? 0;
  if (y.shape[0] === rows) return rows;
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `${name}x has ${rows} rows, but ${name}y has ${y.shape[0] ?? 0}. Each input needs its target.`,
  );
}
