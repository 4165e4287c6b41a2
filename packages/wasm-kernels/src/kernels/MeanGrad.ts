import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { WasmKernelsError } from "../WasmKernelsError.ts";
import { middleOf } from "../middleOf.ts";

interface Inputs {
  readonly dy: TensorInfo;
}

interface Attributes {
  /** Of what the mean was taken of. */
  readonly shape: number[];
  readonly axis: number | number[];
}

/** Not a kernel of tfjs: its gradient of a mean over middle axes is asked for by this name (fuseMeanGradient.ts). */
export const meanGrad: KernelDefinition = defineKernel<Inputs, Attributes>(
  "MinibatchMeanGrad",
  "not tfjs': the gradient of a mean over middle axes, such as global average pooling, in one pass instead of three",
  (context) =>
    ({ dy }, { shape, axis }) => {
      const middle = middleOf(shape, axis);
      if (!middle)
        throw new WasmKernelsError(
          "NOT_SUPPORTED",
          `expected middle axes of [${shape.join(", ")}], got ${[axis].flat().join(", ")}`,
        );
      const [outer, length, inner] = middle;
      const dx = context.output(shape);
      context.wasm.middleMeanGradient(
        context.address(dy, outer * inner),
        context.address(dx, util.sizeFromShape(shape)),
        outer,
        length,
        inner,
      );
      return dx;
    },
);
