import { type backend_util, util } from "@tensorflow/tfjs-core";
import type { PoolShape } from "./KernelExports.ts";

/** Lays the numbers of a pooling out as the kernels take them. */
export function poolShape(info: backend_util.Conv2DInfo): PoolShape {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}

/** Whether the output is the input for tfjs: windows of one pixel, and as many of them, wherever strides and padding put them. */
export function poolsNothing(info: backend_util.Conv2DInfo): boolean {
  return info.filterHeight === 1 && info.filterWidth === 1 && util.arraysEqual(info.inShape, info.outShape);
}
