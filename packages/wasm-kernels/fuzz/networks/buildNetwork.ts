import * as tfl from "@tensorflow/tfjs-layers";
import type { LayerCase, NetworkCase } from "./NetworkCase.ts";

type Layer = tfl.layers.Layer;

/** Builds the network; layers that do not fit what comes before are left out. */
export function buildNetwork({ inputShape, layers, outputsAfter, head }: NetworkCase): tfl.LayersModel {
  const input = tfl.input({ shape: [...inputShape] });
  let at = input;
  const outputs: tfl.SymbolicTensor[] = [];
  for (const [index, layer] of layers.entries()) {
    at = addLayer(at, layer);
    if (outputsAfter.includes(index)) outputs.push(addHead(at, "linear", 2));
  }
  outputs.push(addHead(at, head, 3));
  return tfl.model({ inputs: input, outputs });
}

function addHead(at: tfl.SymbolicTensor, activation: "softmax" | "sigmoid" | "linear", units: number) {
  const flat = at.shape.length > 2 ? (tfl.layers.flatten().apply(at) as tfl.SymbolicTensor) : at;
  return tfl.layers.dense({ units, activation }).apply(flat) as tfl.SymbolicTensor;
}

function addLayer(at: tfl.SymbolicTensor, made: LayerCase): tfl.SymbolicTensor {
  if ("layers" in made) {
    const start = tfl.input({ shape: at.shape.slice(1) });
    let inner = start;
    for (const each of made.layers) inner = addLayer(inner, each);
    return inner === start
      ? at
      : (tfl.model({ inputs: start, outputs: inner }).apply(at) as tfl.SymbolicTensor);
  }
  const factories = tfl.layers as unknown as Readonly<Record<string, (settings: object) => Layer>>;
  const layer = (factories[made.name] as (settings: object) => Layer)(made.settings);
  return fits(layer, at.shape) ? (layer.apply(at) as tfl.SymbolicTensor) : at;
}

function fits(layer: Layer, shape: tfl.Shape): boolean {
  const { ndim, minNDim = 0 } = layer.inputSpec?.[0] ?? {};
  const imageOnly = /2D/.test(layer.getClassName());
  if ((imageOnly && shape.length !== 4) || shape.length < minNDim || (ndim ?? shape.length) !== shape.length)
    return false;
  try {
    const out = layer.computeOutputShape(shape) as tfl.Shape;
    const sizes = out.slice(1) as number[];
    return sizes.every((length) => length > 0) && sizes.reduce((a, b) => a * b, 1) <= 1500;
  } catch {
    return false;
  }
}
