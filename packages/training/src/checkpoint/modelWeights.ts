import { tidy } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { TrainingError } from "../TrainingError.ts";
import type { NamedArray } from "./NamedArray.ts";
import { arrayOf, tensorOf } from "./namedTensors.ts";

/** Copies the weights of a model, in their order. */
export function captureWeights(model: LayersModel): Promise<NamedArray[]> {
  return Promise.all(
    model.weights.map((weight) => arrayOf({ name: weight.originalName, tensor: weight.read() })),
  );
}

/**
 * Gives a model the weights that a checkpoint holds, in their order.
 *
 * @throws {TrainingError} `CHECKPOINT_MISMATCH` when they are of another model
 * @example
 * restoreWeights(model, (await loadCheckpoint("run/checkpoint/latest.safetensors")).weights);
 */
export function restoreWeights(model: LayersModel, weights: readonly NamedArray[]): void {
  requireSameWeights(model, weights);
  tidy(() => model.setWeights(weights.map(tensorOf)));
}

function requireSameWeights(model: LayersModel, weights: readonly NamedArray[]): void {
  const describe = (shapes: readonly (readonly (number | null)[])[]): string =>
    shapes.map((shape) => `[${shape.join(", ")}]`).join(" ");
  const expected = describe(model.weights.map(({ shape }) => shape));
  const found = describe(weights.map(({ shape }) => shape));
  if (expected === found) return;
  throw new TrainingError(
    "CHECKPOINT_MISMATCH",
    `The checkpoint belongs to another model: it holds weights of the shapes ${found}, the model has ${expected}.`,
  );
}
