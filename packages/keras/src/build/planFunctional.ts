import { type LayersModel, model as makeModel, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { corrupt } from "../faults.ts";
import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { type Call, readCalls, type TensorName, tensorNames } from "./readCalls.ts";
import type { Create, Layer, Plan, PlanLayer } from "./Plan.ts";

interface PlannedLayer {
  readonly name: string;
  readonly create: Create;
  readonly calls: readonly Call[];
  readonly className: string;
}

const models = new Set(["Sequential", "Functional", "Model"]);

/** Looks through a functional model: layers, each called any number of times on tensors of others. */
export function planFunctional(
  spec: Json,
  path: readonly string[],
  plan: Plan,
  planLayer: PlanLayer,
): Create {
  const config = objectAt(spec["config"]);
  const name = textAt(config["name"]);
  const inner = [...path, ...(name === "" ? [] : [name])];
  const planned = listAt(config["layers"]).map((value): PlannedLayer => {
    const layer = objectAt(value);
    const own = textAt(layer["name"]) || textAt(objectAt(layer["config"])["name"]);
    const before = plan.unsupported.length;
    const create = planLayer(layer, inner, plan);
    const calls = readCalls(layer, (missing) => {
      if (plan.unsupported.length > before) return;
      plan.unsupported.push({
        layer: [...inner, own].join("/"),
        className: textAt(layer["class_name"]),
        missing,
      });
    });
    return { name: own, create, calls, className: textAt(layer["class_name"]) };
  });
  // Models within count from 1: in Keras 2 always, in Keras 3 functional ones where they are an input or an output of the model around.
  const isShifted = ({ className }: PlannedLayer, atEnds: boolean): boolean =>
    plan.modern ? atEnds && className === "Functional" : models.has(className);
  const shifted = (atEnds: boolean) => {
    const names = new Set(planned.filter((layer) => isShifted(layer, atEnds)).map((layer) => layer.name));
    return (at: TensorName): TensorName => (names.has(at.layer) ? { ...at, call: at.call - 1 } : at);
  };
  const calls = planned.map((layer) => ({
    ...layer,
    calls: layer.calls.map((call) => ({
      ...call,
      inputs: call.inputs.map(shifted(false)),
      initialState: call.initialState.map(shifted(false)),
    })),
  }));
  const inputs = tensorNames(config["input_layers"]).map(shifted(true));
  const outputs = tensorNames(config["output_layers"]).map(shifted(true));
  return () => {
    const layers = new Map(planned.map(({ name: own, create }) => [own, create()]));
    if (layers.size < planned.length) throw corrupt(`two layers of the model ${name} have one name`);
    const made = callAll(calls, layers);
    const tensor = (at: TensorName): SymbolicTensor => {
      const found = made.get(at.layer)?.[at.call]?.[at.tensor];
      if (found === undefined)
        throw corrupt(`the output ${at.tensor} of ${at.layer} is missing in the model ${name}`);
      return found;
    };
    const model = makeModel({
      inputs: inputs.map(tensor),
      outputs: outputs.map(tensor),
      ...(name !== "" && { name }),
    });
    requireUsed(model, [...layers.values()]);
    plan.order.set(model, [...layers.values()]);
    for (const { name: own, calls } of planned) countOnce(layers.get(own) as Layer, calls.length);
    if (config["trainable"] === false) model.trainable = false;
    return model;
  };
}

/** Keras writes the layers between inputs and outputs; any other would be counted among the weights, and never disposed. */
function requireUsed(model: LayersModel, layers: readonly Layer[]): void {
  const used = new Set<Layer>(model.layers);
  const loose = layers.find((layer) => !used.has(layer) && layer.getClassName() !== "InputLayer");
  if (loose !== undefined)
    throw corrupt(`no output of the model ${model.name} needs the layer ${loose.name}`);
}

/** tfjs counts the calls of a layer as its users, and never disposes one that a model calls twice. */
function countOnce(layer: Layer, calls: number): void {
  const counted = layer as unknown as Record<"_refCount", number>;
  if (calls > 1) counted["_refCount"] -= calls - 1;
}

/** Calls layers as soon as their inputs are there, each in the order of its calls; gives the outputs of each call. */
function callAll(
  planned: readonly PlannedLayer[],
  layers: ReadonlyMap<string, Layer>,
): Map<string, SymbolicTensor[][]> {
  const made = new Map<string, SymbolicTensor[][]>();
  let waiting: PlannedLayer[] = [];
  for (const layer of planned) {
    const source = layers.get(layer.name)?.inboundNodes[0];
    const isInput = layers.get(layer.name)?.getClassName() === "InputLayer";
    made.set(layer.name, isInput && source ? [source.outputTensors] : []);
    if (!isInput) waiting.push(layer);
  }
  while (waiting.length > 0) {
    let progress = false;
    waiting = waiting.filter(({ name, calls }) => {
      const done = made.get(name) as SymbolicTensor[][];
      for (let call = calls[done.length]; call !== undefined; call = calls[done.length]) {
        const find = ({ layer, call: index, tensor }: TensorName) => made.get(layer)?.[index]?.[tensor];
        const tensors = call.inputs.map(find);
        const state = call.initialState.map(find);
        if ([...tensors, ...state].includes(undefined)) return true;
        const input = call.single ? tensors[0] : tensors;
        const kwargs = state.length > 0 ? { initialState: state } : {};
        const output = (layers.get(name) as Layer).apply(input as SymbolicTensor, kwargs);
        done.push([output].flat() as SymbolicTensor[]);
        progress = true;
      }
      return false;
    });
    if (waiting.length > 0 && !progress) {
      throw corrupt(`the layer ${waiting[0]?.name} waits for one that is missing, or for itself`);
    }
  }
  return made;
}
