import { corrupt } from "../faults.ts";
import { type Json, listAt, objectAt, textAt } from "../config/Json.ts";

/** A tensor between layers: one of the outputs of one of the calls of a layer. */
export interface TensorName {
  readonly layer: string;
  readonly call: number;
  readonly tensor: number;
}

/** A call of a layer. */
export interface Call {
  readonly inputs: readonly TensorName[];
  /** Whether the layer takes one tensor, not a list. */
  readonly single: boolean;
  /** The states that a recurrent layer starts from. */
  readonly initialState: readonly TensorName[];
}

/** Reads `inbound_nodes` of both versions: lists of names in Keras 2, arguments that hold tensors in Keras 3. */
export function readCalls(layer: Json, missing: (what: string) => void): Call[] {
  const nodes = listAt(layer["inbound_nodes"]);
  return nodes.map((node) =>
    Array.isArray(node) ? oldCall(node, missing) : newCall(objectAt(node), missing),
  );
}

function oldCall(node: readonly unknown[], missing: (what: string) => void): Call {
  const entries = typeof node[0] === "string" ? [node] : node.map(listAt);
  const inputs = entries.map(tensorName);
  const kwargs = objectAt(entries[0]?.[3]);
  return { inputs, single: inputs.length === 1, initialState: stateOf(kwargs, missing) };
}

function newCall(node: Json, missing: (what: string) => void): Call {
  const { inputs: named, ...kwargs } = objectAt(node["kwargs"]);
  const args = [...listAt(node["args"]), ...(named === undefined ? [] : [named])];
  const tensors = args.map(kerasTensors);
  if (tensors.some((found, i) => found.length === 0 && args[i] !== null))
    missing("a call with other arguments than tensors");
  const inputs = tensors.flat();
  return {
    inputs,
    single: args.length === 1 && !Array.isArray(args[0]),
    initialState: stateOf(kwargs, missing),
  };
}

function stateOf({ initial_state: state, ...kwargs }: Json, missing: (what: string) => void): TensorName[] {
  for (const [key, value] of Object.entries(kwargs)) {
    if (value !== null && value !== false) missing(`a call with ${key}`);
  }
  if (state === undefined || state === null) return [];
  const modern = kerasTensors(state);
  return modern.length > 0 ? modern : listAt(state).map((entry) => tensorName(listAt(entry)));
}

/** The tensors in an argument of Keras 3: one, or a list. */
function kerasTensors(value: unknown): TensorName[] {
  return [value].flat().flatMap((entry) => {
    const { class_name: name, config } = objectAt(entry);
    return name === "__keras_tensor__" ? [tensorName(listAt(objectAt(config)["keras_history"]))] : [];
  });
}

/** The inputs or outputs of a model: a list of tensors, one of them alone, or each by a name. */
export function tensorNames(value: unknown): TensorName[] {
  if (!Array.isArray(value)) return Object.values(objectAt(value)).flatMap(tensorNames);
  return typeof value[0] === "string" ? [tensorName(value)] : value.map((entry) => tensorName(listAt(entry)));
}

function tensorName([layer, call, tensor]: readonly unknown[]): TensorName {
  if (typeof layer === "string" && Number.isSafeInteger(call) && Number.isSafeInteger(tensor)) {
    return { layer: textAt(layer), call: call as number, tensor: tensor as number };
  }
  throw corrupt("its configuration does not say which layers belong together");
}
