import type { NamedAttrMap, TensorInfo, TypedArray, Variable } from "@tensorflow/tfjs-core";
import { engine, getKernel, util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "../KernelContext.ts";

/** A tensor of a plan. */
export interface PlannedTensor {
  /** Where it lies in the list of all. */
  readonly place: number;
  /** What it is seen as; its own shape where there is none here. */
  readonly shape?: readonly number[] | undefined;
}

/** One kernel of a plan. */
export interface PlannedKernel {
  readonly name: string;
  /** By the names under which the kernel takes them; or an array, as that of a concatenation. */
  readonly inputs: readonly (readonly [name: string, tensor: PlannedTensor])[];
  readonly list: boolean;
  readonly attrs: NamedAttrMap | undefined;
  readonly outputs: readonly number[];
  /** How many gradients are recorded meanwhile: where some are, kernels are put off. */
  readonly depth: number;
  /** What nobody reads after this kernel. */
  readonly last: readonly number[];
}

/** Numbers that an operation was given, the same each time. */
export interface PlannedConstant {
  readonly place: number;
  readonly values: TypedArray;
  readonly shape: readonly number[];
  readonly dtype: "float32" | "int32" | "bool";
}

/** A variable that was given the values of a tensor. */
export interface PlannedAssignment extends PlannedTensor {
  readonly variable: Variable;
}

/**
 * The kernels of a computation, in order, for one shape of its inputs. What it reads lies at the first places.
 */
export interface KernelPlan {
  readonly constants: readonly PlannedConstant[];
  readonly kernels: readonly PlannedKernel[];
  readonly assignments: readonly PlannedAssignment[];
  /** The results, `undefined` for one that there is not. */
  readonly outputs: readonly (PlannedTensor | undefined)[];
}

/** What a plan gave, tensors that tfjs knows nothing of yet. */
export interface PlannedResults {
  readonly outputs: readonly (TensorInfo | undefined)[];
  /** For each of the plan's assignments. */
  readonly assigned: readonly TensorInfo[];
}

/** Runs the kernels of a plan with other values, without what tfjs does around each. The caller assigns, and disposes of the results. */
export function runPlan(
  context: KernelContext,
  plan: KernelPlan,
  given: readonly TensorInfo[],
): PlannedResults {
  const { backend } = context;
  const { state } = engine();
  const { gradientDepth } = state;
  const tensors: (TensorInfo | undefined)[] = [...given];
  const own = new Set<number>();
  const dispose = (place: number): void => {
    const tensor = tensors[place];
    if (tensor && own.delete(place)) backend.disposeData(tensor.dataId);
  };
  try {
    for (const { place, values, shape, dtype } of plan.constants) {
      const tensor = context.output(shape, dtype);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      backend.wasm.HEAPU8.set(bytes, context.address(tensor, util.sizeFromShape([...shape]), dtype));
      tensors[place] = tensor;
      own.add(place);
    }
    for (const { name, inputs, list, attrs, outputs, depth, last } of plan.kernels) {
      const named = (list ? [] : {}) as Record<string, TensorInfo>;
      for (const [key, { place, shape }] of inputs) named[key] = seenAs(tensors[place] as TensorInfo, shape);
      state.gradientDepth = depth;
      const result = getKernel(name, "wasm").kernelFunc({
        inputs: named,
        backend,
        ...(attrs && { attrs }),
      });
      for (let i = 0; i < outputs.length; i += 1) {
        const place = outputs[i] as number;
        tensors[place] = Array.isArray(result) ? result[i] : result;
        own.add(place);
      }
      for (const place of last) dispose(place);
    }
    const take = ({ place, shape }: PlannedTensor): TensorInfo => {
      const tensor = seenAs(tensors[place] as TensorInfo, shape);
      // The same one twice, or one that was given: another that shares its values.
      return own.delete(place) ? tensor : context.share(tensor);
    };
    return {
      outputs: plan.outputs.map((output) => output && take(output)),
      assigned: plan.assignments.map(take),
    };
  } finally {
    state.gradientDepth = gradientDepth;
    for (const place of own) dispose(place);
  }
}

function seenAs(tensor: TensorInfo, shape: readonly number[] | undefined): TensorInfo {
  return shape ? { dataId: tensor.dataId, dtype: tensor.dtype, shape: [...shape] } : tensor;
}
