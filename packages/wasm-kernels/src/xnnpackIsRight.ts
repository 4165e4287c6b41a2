import type { backend_util } from "@tensorflow/tfjs-core";

/**
 * Whether XNNPACK, the library behind tfjs' own convolutions, computes this one. With strides and "same" padding it gives
 * zeros for some shapes (tensorflow/tfjs issues 5907 and 8405), such as a 2x2 filter over 3x3 pixels with stride 3. Where the size
 * of the output was rounded up, it lays out the smaller one. Where a window lies in the padding as a whole, it reads and writes elsewhere.
 * So it does for some filters of other numbers of taps than 9 and 25, for which its loops are made: what it reads in the place of the
 * missing ones is multiplied by zero, but need not be finite, nor be memory.
 */
export function xnnpackIsRight(info: backend_util.Conv2DInfo): boolean {
  const { strideHeight, strideWidth, padInfo } = info;
  const { top, bottom, left, right } = padInfo;
  if (![9, 25].includes(info.filterHeight * info.filterWidth)) return false;
  if (Math.max(top, bottom) >= info.effectiveFilterHeight) return false;
  if (Math.max(left, right) >= info.effectiveFilterWidth) return false;
  if (strideHeight === 1 && strideWidth === 1) return true;
  if (padInfo.type === "SAME") return false;
  const height = info.inHeight + top + bottom - info.effectiveFilterHeight;
  const width = info.inWidth + left + right - info.effectiveFilterWidth;
  return (
    info.outHeight === Math.floor(height / strideHeight) + 1 &&
    info.outWidth === Math.floor(width / strideWidth) + 1
  );
}
