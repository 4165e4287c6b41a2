import type { backend_util } from "@tensorflow/tfjs-core";
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
