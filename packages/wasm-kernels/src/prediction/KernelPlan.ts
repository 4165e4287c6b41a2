import type { KernelFunc, NamedAttrMap, Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import { engine, getKernel } from "@tensorflow/tfjs-core";
import type { KernelContext } from "../KernelContext.ts";

/** One kernel of a plan; tensors are named by their places in a list. */
export interface PlannedKernel {
  readonly name: string;
  /** By the names under which the kernel takes them; or an array, as that of a concatenation. */
  readonly inputs: readonly (readonly [name: string, place: number])[];
  readonly list: boolean;
  readonly attrs: NamedAttrMap | undefined;
  readonly outputs: readonly number[];
  /** What nobody reads after this kernel. */
  readonly last: readonly number[];
}

/** A number that an operation was given. */
export interface PlannedScalar {
  readonly place: number;
  readonly value: number;
  readonly dtype: "float32" | "int32";
}

/**
 * The kernels of a computation, in order, for one shape of its input. The input lies at place 0, what it reads besides, such as weights,
 * behind it.
 */
export interface KernelPlan {
  readonly places: number;
  readonly scalars: readonly PlannedScalar[];
  readonly kernels: readonly PlannedKernel[];
  readonly output: number;
}

/** Runs the kernels of a plan with other values, without what tfjs does around each: it counts only the result. */
export function runPlan(context: KernelContext, plan: KernelPlan, given: readonly TensorInfo[]): Tensor {
  const { backend } = context;
  const tensors: (TensorInfo | undefined)[] = [...given];
  const own = new Set<number>();
  const dispose = (place: number): void => {
    const tensor = tensors[place];
    if (tensor && own.delete(place)) backend.disposeData(tensor.dataId);
  };
  try {
    for (const { place, value, dtype } of plan.scalars) {
      tensors[place] = context.scalar(value, dtype);
      own.add(place);
    }
    for (const { name, inputs, list, attrs, outputs, last } of plan.kernels) {
      const named = inputs.map(([key, place]) => [key, tensors[place]] as const);
      const results = [
        getKernel(name, "wasm").kernelFunc({
          inputs: (list
            ? named.map(([, tensor]) => tensor)
            : Object.fromEntries(named)) as Parameters<KernelFunc>[0]["inputs"],
          backend,
          ...(attrs && { attrs }),
        }),
      ].flat();
      for (const [i, place] of outputs.entries()) {
        tensors[place] = results[i];
        own.add(place);
      }
      for (const place of last) dispose(place);
    }
    own.delete(plan.output);
    return engine().makeTensorFromTensorInfo(tensors[plan.output] as TensorInfo, backend);
  } finally {
    for (const place of own) dispose(place);
  }
}
