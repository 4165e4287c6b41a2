import { backend_util } from "@tensorflow/tfjs-core";
import { WasmKernelsError } from "./WasmKernelsError.ts";

type Shape4 = [number, number, number, number];

/** The other arguments of a convolution, as tfjs' operations pass them. */
export interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
  /** tfjs passes null for "none". */
  readonly dilations?: number | [number, number] | null | undefined;
  readonly dimRoundingMode?: "floor" | "round" | "ceil" | undefined;
}

/**
 * Takes a convolution, NHWC, apart, as its kernels and those of its gradients need it. `outChannels` counts those of the multiplier
 * where it is depthwise.
 *
 * @throws {WasmKernelsError} `SHAPE_MISMATCH` where input and filter do not go together, or the filter does not fit in
 */
export function convolutionInfo(
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, pad, dilations, dimRoundingMode }: ConvolutionAttributes,
  depthwise: boolean = false,
): backend_util.Conv2DInfo {
  const shapes = `[${inputShape.join(", ")}] and [${filterShape.join(", ")}]`;
  if (inputShape.length !== 4 || filterShape.length !== 4 || inputShape[3] !== filterShape[2]) {
    throw new WasmKernelsError(
      "SHAPE_MISMATCH",
      `expected an input [batch, height, width, channels] and a filter [height, width, channels, …], got ${shapes}`,
    );
  }
  const info = backend_util.computeConv2DInfo(
    inputShape as Shape4,
    filterShape as Shape4,
    strides,
    dilations ?? 1,
    pad,
    dimRoundingMode,
    depthwise,
  );
  if (info.outHeight < 0 || info.outWidth < 0) {
    throw new WasmKernelsError(
      "SHAPE_MISMATCH",
      `expected a filter that fits into the padded input, got ${shapes}: the output would be [${info.outShape.join(", ")}]`,
    );
  }
  return info;
}
