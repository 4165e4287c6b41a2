import type { TensorInfo } from "@tensorflow/tfjs-core";
import { type backend_util, util } from "@tensorflow/tfjs-core";
import { type ConvolutionAttributes, convolutionInfo } from "./convolutionInfo.ts";
import { convShape } from "./convShape.ts";
import type { KernelContext } from "./KernelContext.ts";
import { xnnpackIsRight } from "./xnnpackIsRight.ts";

/** Computes a depthwise convolution of float32 where XNNPACK gives zeros; elsewhere `undefined` leaves it to tfjs. */
export function depthwiseConvolution(
  context: KernelContext,
  x: TensorInfo,
  filter: TensorInfo,
  attributes: ConvolutionAttributes,
): TensorInfo | undefined {
  if (x.dtype !== "float32" || filter.dtype !== "float32") return undefined;
  const info = convolutionInfo(x.shape, filter.shape, attributes, true);
  const size = util.sizeFromShape(info.outShape);
  const [inSize, filterSize] = [x.shape, filter.shape].map(util.sizeFromShape);
  if (!size || !inSize || !filterSize) return context.zeros(info.outShape);
  if (xnnpackIsRight(info) && !isSpoiledByPadding(context, info, filter, filterSize)) return undefined;
  const y = context.output(info.outShape);
  context.wasm.depthwiseConv2d(
    context.address(x, inSize),
    context.address(filter, filterSize),
    context.address(y, size),
    context.shape(convShape(info, info.outChannels / info.inChannels)),
  );
  return y;
}

/** XNNPACK multiplies the padding, too, and zero times infinity is not a number. tfjs' cpu backend passes over it. */
function isSpoiledByPadding(
  context: KernelContext,
  { padInfo: { top, bottom, left, right } }: backend_util.Conv2DInfo,
  filter: TensorInfo,
  size: number,
): boolean {
  const isPadded = top + bottom + left + right > 0;
  return isPadded && !context.wasm.isFiniteRun(context.address(filter, size), size);
}
