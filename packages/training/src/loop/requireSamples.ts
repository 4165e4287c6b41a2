import type { Samples } from "@minibatch/datasets";
import { rowCount } from "../data/rowCount.ts";
import { TrainingError } from "../TrainingError.ts";
import type { CompiledModel } from "./CompiledModel.ts";
import { requireInputs } from "./requireInputs.ts";
import { requireMetrics } from "./requireMetrics.ts";
import { requireTargets } from "./requireTargets.ts";

/**
 * Checks samples against the model and its loss before the first of them is computed with: shapes, lengths, and the values
 * of targets; the values of inputs are too many to be looked at.
 *
 * @param name stands before `x` and `y` in messages
 * @returns the number of rows
 * @throws {TrainingError} `SHAPE_MISMATCH`, or `INVALID_ARGUMENT` for targets that mean nothing to the loss, or no rows
 */
export function requireSamples(compiled: CompiledModel, samples: Samples, name = ""): number {
  const rows = rowCount(samples, name);
  requireInputs(compiled.model, samples.x, `${name}x`);
  if (rows === 0) {
    throw new TrainingError("INVALID_ARGUMENT", `There must be at least one row, but ${name}x has none.`);
  }
  requireTargets(compiled, samples.y, `${name}y`);
  requireMetrics(compiled);
  return rows;
}
