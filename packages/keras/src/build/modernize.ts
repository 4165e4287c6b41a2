import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { hardSigmoid, kerasName } from "../config/namedObjects.ts";

/** What Keras 2.13 called the group of all layers in a file of weights. */
export const oldLayersGroup = "_layer_checkpoint_dependencies";

/**
 * Says what Keras 2 wrote as Keras 3 says it: the calls of layers, the shapes of inputs, and models that are lists of layers.
 *
 * @param old whether Keras 2 wrote it, and not Keras 3 in its words: it counts the calls of models within from 1, and its hard sigmoid is another
 */
export function modernize(spec: unknown, old: boolean): Json {
  const { class_name: className, config: given, ...rest } = objectAt(spec);
  const { batch_input_shape: shape, ...config } = objectAt(Array.isArray(given) ? { layers: given } : given);
  const result: Record<string, unknown> = { ...config };
  if (shape !== undefined) result["batch_shape"] = shape;
  if (className === "BatchNormalization") result["axis"] = [config["axis"] ?? -1].flat()[0];
  for (const key of Object.keys(config).filter((name) => old && name.endsWith("activation"))) {
    if (kerasName(config[key]) === "hard_sigmoid") result[key] = hardSigmoid;
  }
  for (const key of ["layer", "backward_layer", "cell"]) {
    if (config[key]) result[key] = modernize(config[key], old);
  }
  if (config["cells"]) result["cells"] = listAt(config["cells"]).map((cell) => modernize(cell, old));
  if (config["layers"]) Object.assign(result, modernGraph(config, old));
  return { ...rest, class_name: className === "Model" ? "Functional" : className, config: result };
}

function modernGraph(config: Json, old: boolean): Json {
  const layers = listAt(config["layers"]).map(objectAt);
  const named = (pattern: RegExp): Set<unknown> =>
    new Set(layers.filter((layer) => old && pattern.test(textAt(layer["class_name"]))).map(nameOf));
  const models = named(/^(Sequential|Functional|Model)$/);
  // Functional models are counted from 1 in Keras 3 too where they are an input or an output.
  const sequential = named(/^Sequential$/);
  const ends = (value: unknown) => {
    const list = listAt(value);
    return (typeof list[0] === "string" ? [list] : list).map((name) => shifted(name, sequential));
  };
  return {
    layers: layers.map((layer) => ({
      ...modernize(layer, old),
      name: nameOf(layer),
      inbound_nodes: listAt(layer["inbound_nodes"]).map((node) => modernCall(node, models)),
    })),
    input_layers: ends(config["input_layers"]),
    output_layers: ends(config["output_layers"]),
  };
}

function nameOf(layer: Json): unknown {
  return layer["name"] ?? objectAt(layer["config"])["name"];
}

/** A call as Keras 3 writes it; that of Keras 2 is a list of names, with other arguments beside the first. */
function modernCall(node: unknown, models: ReadonlySet<unknown>): unknown {
  if (!Array.isArray(node)) return node;
  const tensor = (name: unknown) => ({
    class_name: "__keras_tensor__",
    config: { keras_history: shifted(name, models) },
  });
  const names = typeof node[0] === "string" ? [node] : node.map(listAt);
  const { initial_state: state, ...kwargs } = objectAt(names[0]?.[3]);
  const tensors = names.map(tensor);
  return {
    args: tensors.length === 1 ? tensors : [tensors],
    kwargs: { ...kwargs, ...(Array.isArray(state) && { initial_state: state.map(tensor) }) },
  };
}

/** The name of a tensor: its layer, the call of that, and the output. Calls of some layers are counted from 1. */
function shifted(name: unknown, layers: ReadonlySet<unknown>): unknown[] {
  const [layer, call, output] = listAt(name);
  return [layer, layers.has(layer) ? Number(call) - 1 : call, output];
}
