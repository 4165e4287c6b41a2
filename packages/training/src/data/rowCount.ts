import type { Samples } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/**
 * Counts the rows of samples after checking that inputs, targets and their shapes agree.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH`
 */
export function rowCount({ x, y }: Samples): number {
  const rows = x.shape[0] ?? 0;
  if (y.shape[0] !== rows) {
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `x has ${rows} rows, but y has ${y.shape[0] ?? 0}. Each input needs its target.`,
    );
  }
  for (const [name, { data, shape }] of Object.entries({ x, y })) {
    const values = shape.reduce((product, length) => product * length, 1);
    if (data.length === values) continue;
    throw new TrainingError(
      "SHAPE_MISMATCH",
      `${name} has the shape [${shape.join(", ")}], which is ${values} values, but holds ${data.length}.`,
    );
  }
  return rows;
}
