import type { LayersModel } from "@tensorflow/tfjs-layers";
import { objectAt } from "../config/Json.ts";
import type { Hdf5Values } from "../hdf5/Hdf5Draft.ts";
import { sizeOf } from "../hdf5/readDataspace.ts";
import { kerasLayers } from "../weights/kerasLayers.ts";
import { weightSlots } from "../weights/weightSlots.ts";
import { optimizerSlots } from "./optimizerSlots.ts";

/**
 * The state of the optimizer of a model as Keras numbers it: steps, learning rate, and what is kept for each weight; zeros before the
 * first step.
 */
export async function draftOptimizer(model: LayersModel): Promise<Hdf5Values[]> {
  const { optimizer } = model;
  const slots = optimizerSlots(model, optimizer, weightSlots(model, kerasLayers));
  if (slots === undefined) return [];
  const [iterations, ...kept] = await optimizer.getWeights();
  const steps = iterations ? await iterations.tensor.data<"int32">() : [0];
  // The optimizer made this scalar for the call; everything else in the list is its own.
  iterations?.tensor.dispose();
  const { learningRate } = objectAt(optimizer.getConfig());
  const state: Hdf5Values[] = [
    { shape: [], data: Int32Array.from(steps) },
    { shape: [], data: Float32Array.of(learningRate as number) },
  ];
  for (const { weight, place } of slots.inFile) {
    const shape = weight.shape as number[];
    const data = (await kept[place]?.tensor.data<"float32">()) ?? new Float32Array(sizeOf(shape));
    state.push({ shape, data: data.map((value) => value / slots.factor) });
  }
  return state;
}
