import type { NdArray } from "@minibatch/datasets";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { requireWhole } from "../data/requireWhole.ts";
import { TrainingError } from "../TrainingError.ts";
import { fitsShape } from "./fitsShape.ts";

/**
 * Throws `SHAPE_MISMATCH` unless inputs hold what their shape says, and each row has the shape that the model takes;
 * `INVALID_ARGUMENT` for a model of several inputs or outputs.
 *
 * @param name what they are called in the message
 */
export function requireInputs(model: LayersModel, x: NdArray, name = "x"): void {
  requireSingle(model);
  requireWhole(x, name);
  const expected = (model.inputs[0]?.shape ?? []).slice(1);
  const found = x.shape.slice(1);
  if (fitsShape(found, expected)) return;
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `The model takes inputs of shape [${expected.join(", ")}], but these are [${found.join(", ")}]. ` +
      (sizeOf(found) === sizeOf(expected)
        ? `They hold as many values, so give ${name} the shape [${[x.shape[0], ...expected].join(", ")}] if they are in that order.`
        : "Use the dataset the model was made for, or resize the inputs."),
  );
}

/** Throws `INVALID_ARGUMENT` unless the model has one input and one output. */
export function requireSingle({ inputs, outputs }: LayersModel): void {
  if (inputs.length === 1 && outputs.length === 1) return;
  throw new TrainingError(
    "INVALID_ARGUMENT",
    `A model with one input and one output is expected; this one has ${inputs.length} and ${outputs.length}. ` +
      "Use the model's own fit, evaluate and predict for it.",
  );
}

function sizeOf(shape: readonly (number | null)[]): number {
  return shape.reduce<number>((product, length) => product * (length ?? Number.NaN), 1);
}
