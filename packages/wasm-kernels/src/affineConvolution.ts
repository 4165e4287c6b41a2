import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { type ConvolutionAttributes, convolutionInfo } from "./convolutionInfo.ts";
import { convShape } from "./convShape.ts";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

/** A convolution, as tfjs describes it. */
export interface Convolution extends ConvolutionAttributes {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
  readonly dataFormat: string;
}

/** Describes a convolution, or returns `undefined` for other types and orders than float32 in NHWC. */
export function affineConvolution(
  context: KernelContext,
  { x, filter, dataFormat, ...attributes }: Convolution,
): Deferrable | undefined {
  if (x.dtype !== "float32" || filter.dtype !== "float32" || dataFormat !== "NHWC") return undefined;
  const info = convolutionInfo(x.shape, filter.shape, attributes);
  const { batchSize, outHeight, outWidth, outChannels } = info;
  const size = util.sizeFromShape(info.outShape);
  const { wasm } = context;
  return {
    kind: "affine",
    shape: info.outShape,
    inputs: [x, filter],
    // Four channels are pooled at a time.
    poolable: outChannels % 4 === 0 && size > 0,
    compute([from = 0, weights = 0], y, bias, activation, pooling) {
      if (size === 0) return;
      const shape = context.shape(convShape(info));
      const pooled = pooling !== undefined;
      const places = pooling?.places ?? 0;
      const scratch = context.scratch(wasm.conv2dScratchBytes(shape, pooled) >>> 0);
      // The memory may grow, and the scratch space stays where it is.
      const packed = context.packed.find("convolution", filter, wasm.conv2dPackedBytes(shape) >>> 0, (to) => {
        return wasm.packConv2d(weights, to, shape, scratch) !== 0;
      });
      if (wasm.conv2d(from, weights, packed, bias, activation, y, pooled, places, shape, scratch)) return;
      // Something is not finite.
      if (!pooled) {
        wasm.plainConv2d(from, weights, bias, activation, y, shape);
        return;
      }
      const whole = context.scratch(4 * size);
      wasm.plainConv2d(from, weights, bias, activation, whole, shape);
      const [height, width] = [outHeight >> 1, outWidth >> 1];
      wasm.maxPool(
        whole,
        y,
        context.shape([batchSize, outHeight, outWidth, outChannels, height, width, 2, 2, 2, 2, 0, 0]),
      );
      if (places !== 0) context.backend.wasm.HEAPU8[places + batchSize * height * width * outChannels] = 1;
    },
  };
}
