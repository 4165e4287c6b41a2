import { dispose, type Optimizer, scalar, tensor, zeros } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { KerasError } from "../KerasError.ts";
import type { KerasFile } from "../KerasFile.ts";
import type { WeightSlot } from "../weights/weightSlots.ts";
import { optimizerSlots } from "./optimizerSlots.ts";

/**
 * Gives an optimizer the state that a file has.
 *
 * @param weights those of the model in the order of Keras
 * @param state the data sets of the file: steps, learning rate, and what is kept for each weight
 * @throws {KerasError} `WEIGHTS_MISMATCH`
 */
export async function restoreOptimizer(
  model: LayersModel,
  optimizer: Optimizer,
  weights: readonly WeightSlot[],
  [iterations, , ...state]: KerasFile["optimizerState"],
): Promise<void> {
  const slots = optimizerSlots(model, optimizer, weights);
  const [steps] = (await iterations?.read())?.data ?? [];
  // An optimizer that has made no step has no state in some files.
  if (slots === undefined || !steps || (state.length === 0 && slots.inFile.length > 0)) return;
  const mismatch = (what: string) => new KerasError("WEIGHTS_MISMATCH", `The optimizer's state ${what}.`);
  if (state.length !== slots.inFile.length || typeof steps !== "number")
    throw mismatch(`has ${state.length} arrays for weights, and this model takes ${slots.inFile.length}`);
  const values: Float32Array[] = [];
  for (const [i, { weight, place }] of slots.inFile.entries()) {
    const found = await state[i]?.read();
    if (found?.shape.join() !== weight.shape.join() || !(found.data instanceof Float32Array))
      throw mismatch(`for ${weight.originalName} does not have its shape`);
    values[place] = found.data.map((value) => value * slots.factor);
  }
  const kept = slots.inTfjs.map((weight, place) => {
    const shape = weight.shape as number[];
    const data = values[place];
    return { name: weight.originalName, tensor: data ? tensor(data, shape) : zeros(shape) };
  });
  const all = [{ name: "iter", tensor: scalar(steps, "int32") }, ...kept];
  try {
    await optimizer.setWeights(all);
  } finally {
    dispose(all.map((entry) => entry.tensor));
  }
}
