import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { Layer } from "../build/Plan.ts";
import type { Hdf5Draft, Hdf5GroupDraft, Hdf5Values } from "../hdf5/writeHdf5.ts";
import { trainedFirst } from "./trainedWeights.ts";
import { weightSlots } from "./weightSlots.ts";

/** The layers of a model as Keras counts them: a sequential one without its input. */
export function kerasLayers(model: LayersModel): readonly Layer[] {
  if (model.getClassName() !== "Sequential") return model.layers;
  return model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
}

/** The weights of a model as `.keras` and `.weights.h5` hold them. */
export async function draftModern(model: LayersModel): Promise<Map<string, Hdf5Draft>> {
  const root = new Map<string, Hdf5Draft>();
  for (const { group, index, weight, top } of weightSlots(model, kerasLayers)) {
    // By this name a part of the weights can be loaded into another model.
    const [layers = "", layer = ""] = group.split("/");
    put(root, [layers, layer, "vars"], { attributes: { name: top.name }, children: new Map() });
    put(root, [...group.split("/"), String(index)], await valuesOf(weight.read()));
  }
  return root;
}

/** The weights of a model as a whole model in `.h5` holds them. */
export async function draftLegacy(model: LayersModel): Promise<Hdf5GroupDraft> {
  const slots = weightSlots(model, kerasLayers);
  const layers = kerasLayers(model);
  const children = new Map<string, Hdf5Draft>();
  for (const layer of layers) {
    const own = trainedFirst(
      model,
      slots.filter(({ top }) => top === layer),
    );
    const group = new Map<string, Hdf5Draft>();
    const names: string[] = [];
    for (const { group: path, weight } of own) {
      const steps = [layer.name, ...path.split("/").slice(2, -1), shortName(weight.originalName)];
      names.push(steps.join("/"));
      put(group, steps, await valuesOf(weight.read()));
    }
    children.set(layer.name, { attributes: { weight_names: names }, children: group });
  }
  const attributes = {
    layer_names: layers.map(({ name }) => name),
    backend: "tensorflow",
    keras_version: "3.0.0",
  };
  return { attributes, children };
}

/** Puts values or a group at a path where there is none, and makes the groups on the way. */
export function put(root: Map<string, Hdf5Draft>, path: readonly string[], values: Hdf5Draft): void {
  let children = root;
  for (const name of path.slice(0, -1)) {
    let next = children.get(name);
    if (next === undefined || !("children" in next)) {
      next = { children: new Map() };
      children.set(name, next);
    }
    children = next.children as Map<string, Hdf5Draft>;
  }
  const last = path.at(-1) ?? "";
  if (!children.has(last)) children.set(last, values);
}

async function valuesOf(tensor: { readonly shape: number[]; data(): Promise<unknown> }): Promise<Hdf5Values> {
  return { shape: tensor.shape, data: (await tensor.data()) as Float32Array };
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
