import { configOf, type Json, listAt, objectAt, textAt } from "../config/Json.ts";
import { corrupt } from "../faults.ts";

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

/** Reads `inbound_nodes`: the arguments of each call of a layer, which are tensors. */
export function readCalls(layer: Json, missing: (what: string) => void): Call[] {
  return listAt(layer["inbound_nodes"]).map((node) => {
    const { args, kwargs } = objectAt(node);
    const { inputs: named = null, initial_state: state, ...more } = objectAt(kwargs);
    for (const [key, value] of Object.entries(more)) {
      if (value !== null && value !== false) missing(`a call with ${key}`);
    }
    const given = [...listAt(args), named].filter((value) => value !== null);
    const inputs = given.map(tensorsIn);
    if (inputs.some(({ length }) => length === 0)) missing("a call with other arguments than tensors");
    return {
      inputs: inputs.flat(),
      single: given.length === 1 && !Array.isArray(given[0]),
      initialState: tensorsIn(state),
    };
  });
}

/** The tensors in an argument: one, or a list. */
function tensorsIn(value: unknown): TensorName[] {
  return [value].flat().flatMap((entry) => {
    const isTensor = objectAt(entry)["class_name"] === "__keras_tensor__";
    return isTensor ? [tensorName(configOf(entry)["keras_history"])] : [];
  });
}

/** The inputs or outputs of a model: a list of tensors, one of them alone, or each by a name. */
export function tensorNames(value: unknown): TensorName[] {
  if (!Array.isArray(value)) return Object.values(objectAt(value)).flatMap(tensorNames);
  return typeof value[0] === "string" ? [tensorName(value)] : value.map(tensorName);
}

function tensorName(value: unknown): TensorName {
  const [layer, call, tensor] = listAt(value);
  if (Number.isSafeInteger(call) && Number.isSafeInteger(tensor)) {
    return { layer: textAt(layer), call: call as number, tensor: tensor as number };
  }
  throw corrupt("its configuration does not say which layers belong together");
}
