import type { backend_util } from "@tensorflow/tfjs-core";

/**
 * Whether XNNPACK, the library behind tfjs' own convolutions, computes this one. With strides and "same" padding it gives
 * zeros for some shapes (tensorflow/tfjs issues 5907 and 8405), such as a 2x2 filter over 3x3 pixels with stride 3. Where the size
 * of the output was rounded up, it lays out the smaller one.
 */
export function xnnpackIsRight(info: backend_util.Conv2DInfo): boolean {
  const { strideHeight, strideWidth, padInfo } = info;
  if (strideHeight === 1 && strideWidth === 1) return true;
  if (padInfo.type === "SAME") return false;
  const height = info.inHeight + padInfo.top + padInfo.bottom - info.effectiveFilterHeight;
  const width = info.inWidth + padInfo.left + padInfo.right - info.effectiveFilterWidth;
  return (
    info.outHeight === Math.floor(height / strideHeight) + 1 &&
    info.outWidth === Math.floor(width / strideWidth) + 1
  );
}
