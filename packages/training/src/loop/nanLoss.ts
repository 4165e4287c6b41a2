import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/** Says that training came to nothing, and which row of the inputs is to blame, if one is. */
export function nanLoss(what: string, { data, shape }: NdArray): TrainingError {
  const at = data.findIndex((value) => !Number.isFinite(value));
  const [rows = 1] = shape;
  return new TrainingError(
    "NAN_LOSS",
    at < 0
      ? `${what} Try a smaller learning rate, and check that the inputs are not far from 0..1.`
      : `${what} Row ${Math.floor(at / (data.length / rows))} of x holds ${data[at]}: remove or replace it.`,
  );
}
