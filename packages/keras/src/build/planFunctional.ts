import { type LayersModel, model as makeModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { listAt } from "../config/Json.ts";
import { corrupt } from "../faults.ts";
import type { Layer } from "../Layer.ts";
import type { CreateModel, LayerSpec, PlannedLayer } from "./Plan.ts";
import { type TensorName, tensorNames } from "./readCalls.ts";

/** A layer, and the outputs of its calls so far. */
interface CalledLayer extends PlannedLayer {
  readonly layer: Layer;
  readonly outputs: SymbolicTensor[][];
}

/** Looks through a functional model: layers, each called any number of times on tensors of others. */
export async function planFunctional({ config, name, within }: LayerSpec): Promise<CreateModel> {
  const planned: PlannedLayer[] = [];
  for (const layer of listAt(config["layers"])) planned.push(await within(layer));
  const inputs = tensorNames(config["input_layers"]);
  const outputs = tensorNames(config["output_layers"]);
  return () => {
    const layers = planned.map((each): CalledLayer => {
      const layer = each.create();
      const [input] = layer.getClassName() === "InputLayer" ? layer.inboundNodes : [];
      return { ...each, layer, outputs: input ? [input.outputTensors] : [] };
    });
    const byName = new Map(layers.map((layer) => [layer.name, layer]));
    if (byName.size < layers.length) throw corrupt(`two layers of the model ${name} have one name`);
    const find = (at: TensorName, atEnd = false): SymbolicTensor | undefined => {
      const from = byName.get(at.layer);
      // Here, and only here, Keras counts the calls of functional models from 1.
      return from?.outputs[at.call - (atEnd && from.className === "Functional" ? 1 : 0)]?.[at.tensor];
    };
    const end = (at: TensorName): SymbolicTensor => {
      const found = find(at, true);
      if (found !== undefined) return found;
      throw corrupt(`an output of ${at.layer} is missing in the model ${name}`);
    };
    callAll(layers, find);
    const model = makeModel({
      inputs: inputs.map(end),
      outputs: outputs.map(end),
      ...(name !== "" && { name }),
    });
    requireUsed(model, layers);
    for (const { layer, calls } of layers) countOnce(layer, calls.length);
    return { model, layers: layers.map(({ layer }) => layer) };
  };
}

/** Calls layers as soon as their inputs are there, each in the order of its calls. */
function callAll(layers: readonly CalledLayer[], find: (at: TensorName) => SymbolicTensor | undefined): void {
  for (let progress = true; progress; ) {
    progress = false;
    for (const { layer, calls, outputs } of layers) {
      for (const call of calls.slice(outputs.length)) {
        const inputs = call.inputs.map((at) => find(at));
        const initialState = call.initialState.map((at) => find(at));
        if ([...inputs, ...initialState].includes(undefined)) break;
        const input = (call.single ? inputs[0] : inputs) as SymbolicTensor;
        const output = layer.apply(input, initialState.length > 0 ? { initialState } : {});
        outputs.push([output].flat() as SymbolicTensor[]);
        progress = true;
      }
    }
  }
  const waiting = layers.find(({ calls, outputs }) => outputs.length < calls.length);
  if (waiting) throw corrupt(`the layer ${waiting.name} waits for itself, or for one that is missing`);
}

/** Keras writes the layers between inputs and outputs; any other would be counted among the weights, and never disposed. */
function requireUsed(model: LayersModel, layers: readonly CalledLayer[]): void {
  const used = new Set<Layer>(model.layers);
  const loose = layers.find(({ layer }) => !used.has(layer) && layer.getClassName() !== "InputLayer");
  if (loose) throw corrupt(`no output of the model ${model.name} needs the layer ${loose.name}`);
}

/** tfjs counts the calls of a layer as its users, and never disposes one that a model calls twice. */
function countOnce(layer: Layer, calls: number): void {
  const counted = layer as unknown as Record<"_refCount", number>;
  if (calls > 1) counted["_refCount"] -= calls - 1;
}
