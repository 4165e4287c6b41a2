import type { backend_util } from "@tensorflow/tfjs-core";
import type { ConvShape } from "./KernelExports.ts";

/** Lays the numbers of a convolution out as the kernels take them. */
export function convShape(info: backend_util.Conv2DInfo, outChannels: number = info.outChannels): ConvShape {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    outChannels,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}
