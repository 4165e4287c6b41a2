import type { Variable } from "@tensorflow/tfjs-core";
import type { TensorFlowBackend } from "./TensorFlowBackend.node.ts";

/** Runs one of TensorFlow's training operations in place on variables of tfjs. */
export type ApplyInPlace = (
  operation: string,
  variables: readonly Variable[],
  inputs: readonly number[],
  flags: readonly string[],
) => void;

/**
 * Lets TensorFlow's fused training operations work on variables of tfjs. They take TensorFlow's own variables, which tfjs
 * has none of: for the operation the values move into one, and back. No value is copied unless something else holds it.
 *
 * A TensorFlow variable is kept for each shape and place; it shares the values of the last variable that was in it.
 */
export function tensorFlowVariables(backend: TensorFlowBackend): ApplyInPlace {
  const { binding } = backend;
  const handles = new Map<string, number>();
  const type = { type: binding.TF_ATTR_TYPE, value: binding.TF_FLOAT };
  const dtype = [{ name: "dtype", ...type }];

  const handleOf = (shape: readonly number[], place: number): number => {
    const name = `minibatch:${place}:${shape.join("x")}`;
    const known = handles.get(name);
    if (known !== undefined) return known;
    const text = (attribute: string, value: string) => ({
      name: attribute,
      type: binding.TF_ATTR_STRING,
      value,
    });
    const [handle] = binding.executeOp(
      "VarHandleOp",
      [
        ...dtype,
        { name: "shape", type: binding.TF_ATTR_SHAPE, value: shape },
        text("shared_name", name),
        text("container", ""),
      ],
      [],
      1,
    );
    const id = handle?.id ?? 0;
    handles.set(name, id);
    return id;
  };

  return (operation, variables, inputs, flags) => {
    const places = variables.map((variable, place) => {
      const handle = handleOf(variable.shape, place);
      const [id = 0] = backend.getInputTensorIds([variable]);
      binding.executeOp("AssignVariableOp", dtype, [handle, id], 0);
      // With no other holder TensorFlow computes in place; otherwise it copies first.
      binding.deleteTensor(id);
      return { handle, entry: backend.tensorMap.get(variable.dataId) };
    });
    const settings = flags.map((name) => ({ name, type: binding.TF_ATTR_BOOL, value: false }));
    const handlesOf = places.map(({ handle }) => handle);
    try {
      binding.executeOp(operation, [{ name: "T", ...type }, ...settings], [...handlesOf, ...inputs], 0);
    } finally {
      for (const { handle, entry } of places) {
        entry.id = binding.executeOp("ReadVariableOp", dtype, [handle], 1)[0]?.id ?? 0;
      }
    }
  };
}
