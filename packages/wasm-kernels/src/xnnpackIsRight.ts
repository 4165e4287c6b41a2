import type { backend_util } from "@tensorflow/tfjs-core";

/**
 * Whether XNNPACK, the library behind tfjs' own convolutions, computes this one. With strides and "same" padding it gives
 * zeros for some shapes (tensorflow/tfjs issues 5907 and 8405), such as a 2x2 filter over 3x3 pixels with stride 3.
 */
export function xnnpackIsRight(info: backend_util.Conv2DInfo): boolean {
  return info.padInfo.type !== "SAME" || (info.strideHeight === 1 && info.strideWidth === 1);
}
