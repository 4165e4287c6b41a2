import { type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { quantize } from "./quantize.ts";

/**
 * Measures a model with the weights that `int8` would leave it, on the backend that runs; afterwards it has its own again.
 *
 * @param measure what is measured, e.g. its accuracy
 * @returns what `measure` gives
 * @example
 * const accuracy = await withRoundedWeights(model, () => accuracyOf(model, test));
 */
export async function withRoundedWeights<Result>(
  model: LayersModel,
  measure: () => Promise<Result>,
): Promise<Result> {
  const before = model.getWeights().map((weight) => weight.clone());
  const names = model.weights.map(({ originalName }) => originalName);
  const rounded = await Promise.all(before.map((weight, at) => roundedOf(weight, names[at] ?? "")));
  try {
    model.setWeights(rounded);
    return await measure();
  } finally {
    model.setWeights(before);
    for (const weight of [...before, ...rounded]) weight.dispose();
  }
}

async function roundedOf(weight: Tensor, name: string): Promise<Tensor> {
  if (weight.shape.length < 2) return weight.clone();
  // Each filter of a depthwise kernel is one of a channel and one of its multiplier.
  const last = name.includes("depthwise") ? weight.shape.slice(-2) : weight.shape.slice(-1);
  const channels = last.reduce((product, length) => product * length, 1);
  const { values, scales } = quantize((await weight.data()) as Float32Array, channels);
  return tensor(
    Float32Array.from(values, (value, at) => value * (scales[at % channels] as number)),
    weight.shape,
  );
}
