import type { TensorInfo } from "@tensorflow/tfjs-core";
import { backend_util, util } from "@tensorflow/tfjs-core";
import { convShape } from "./convShape.ts";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";

/** A convolution, as tfjs describes it. */
export interface Convolution {
  readonly x: TensorInfo;
  readonly filter: TensorInfo;
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
  /** tfjs passes null for "none". */
  readonly dilations: number | [number, number] | null;
  readonly dataFormat: string;
  readonly dimRoundingMode?: "floor" | "round" | "ceil" | undefined;
}

/** Describes a convolution, or returns `undefined` for other types and orders than float32 in NHWC. */
export function affineConvolution(
  context: KernelContext,
  { x, filter, strides, pad, dilations, dataFormat, dimRoundingMode }: Convolution,
): Deferrable | undefined {
  if (x.dtype !== "float32" || filter.dtype !== "float32" || dataFormat !== "NHWC") return undefined;
  const info = backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
  );
  if (util.sizeFromShape(info.outShape) === 0) return undefined;
  return {
    kind: "affine",
    shape: info.outShape,
    inputs: [x, filter],
    // Four channels are pooled at a time.
    poolable: info.outChannels % 4 === 0,
    compute(y, bias, activation, places) {
      const shape = context.shape(convShape(info));
      context.wasm.conv2d(
        context.address(x),
        context.address(filter),
        bias,
        activation,
        y,
        places,
        shape,
        context.scratch(context.wasm.conv2dScratchBytes(shape, places !== 0) >>> 0),
      );
    },
  };
}
