import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { type ConvolutionAttributes, convolutionInfo } from "./convolutionInfo.ts";
import { convShape } from "./convShape.ts";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

/** A depthwise convolution, as tfjs describes it. */
export interface DepthwiseConvolution extends ConvolutionAttributes {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
}

/** Describes a depthwise convolution, or returns `undefined` for other types than float32. */
export function affineDepthwise(
  context: KernelContext,
  { x, filter, ...attributes }: DepthwiseConvolution,
): Deferrable | undefined {
  if (x.dtype !== "float32" || filter.dtype !== "float32") return undefined;
  const info = convolutionInfo(x.shape, filter.shape, attributes, true);
  const size = util.sizeFromShape(info.outShape);
  return {
    kind: "affine",
    shape: info.outShape,
    inputs: [x, filter],
    compute([from = 0, weights = 0], y, bias, activation) {
      if (size === 0) return;
      const shape = context.shape(convShape(info, info.outChannels / info.inChannels));
      context.wasm.depthwiseConv2d(from, weights, bias, activation, y, shape);
    },
  };
}
