import type { Attribute, KernelFunc, TensorInfo } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { WasmKernelsError } from "./WasmKernelsError.ts";

/** tfjs declares every input of an operation as possibly missing; the operations themselves see to it that it is not. */
type Present<Inputs> = { readonly [Name in keyof Inputs]: NonNullable<Inputs[Name]> };

/** How a kernel is called, with the tensors and attributes of its operation. */
export type KernelCall<Inputs, Attributes> = (
  inputs: Present<Inputs>,
  attrs: Attributes,
) => TensorInfo | TensorInfo[] | undefined;

/** A kernel of this package before it is installed. */
export interface KernelDefinition {
  /** The name under which tfjs looks it up. */
  readonly name: string;
  /** What it brings, in a few words. */
  readonly why: string;
  /** Makes the function that tfjs calls; `original` is tfjs' own kernel, where it has one. */
  bind(context: KernelContext, original: KernelFunc | undefined): KernelFunc;
}

/**
 * Describes a kernel by a function that computes it, or returns `undefined` for what it leaves to tfjs' own.
 *
 * The values of its inputs are at hand before it is called: one that had to compute them in its midst would lose its scratch
 * space to that.
 *
 * @typeParam Inputs the tensors of the operation, by name
 * @typeParam Attributes its other arguments, by name
 */
export function defineKernel<Inputs, Attributes>(
  name: string,
  why: string,
  compute: (context: KernelContext) => KernelCall<Inputs, Attributes>,
): KernelDefinition {
  return defineKernelOfDeferred<Inputs, Attributes>(name, why, (context) => {
    const call = compute(context);
    return (inputs, attrs) => {
      const tensors = Object.values(inputs as unknown as Record<string, TensorInfo | undefined>);
      for (const tensor of tensors) if (tensor) context.settle(tensor);
      return call(inputs, attrs);
    };
  });
}

/** As {@link defineKernel}, for a kernel that knows what to do with inputs that are not computed yet. */
export function defineKernelOfDeferred<Inputs, Attributes>(
  name: string,
  why: string,
  compute: (context: KernelContext) => KernelCall<Inputs, Attributes>,
): KernelDefinition {
  return {
    name,
    why,
    bind(context, original) {
      const call = compute(context);
      return (args) => {
        if (args.backend !== context.backend) return runOnAnother(name, original, args);
        const output = call(args.inputs as unknown as Present<Inputs>, args.attrs as Attributes);
        if (output) return output;
        if (original) return original(args);
        throw new WasmKernelsError(
          "NOT_SUPPORTED",
          `${name} on the WASM backend takes float32 tensors in NHWC order, got ${describe(args.inputs, args.attrs)}`,
        );
      };
    },
  };
}

/** After `tf.engine().reset()` another backend runs under the same name, until the kernels are installed there. */
function runOnAnother(
  name: string,
  original: KernelFunc | undefined,
  args: Parameters<KernelFunc>[0],
): ReturnType<KernelFunc> {
  if (original) return original(args);
  throw new WasmKernelsError(
    "WASM_NOT_RUNNING",
    `${name} was installed on a WASM backend that is gone: await installWasmKernels() again after tf.engine().reset()`,
  );
}

function describe(
  inputs: Record<string, TensorInfo | undefined>,
  attrs: Record<string, Attribute> = {},
): string {
  const tensors = Object.entries(inputs).map(
    ([name, tensor]) => `${name} ${tensor?.dtype ?? "missing"}[${tensor?.shape.join(", ") ?? ""}]`,
  );
  return `${tensors.join(", ")}, ${JSON.stringify(attrs)}`;
}
