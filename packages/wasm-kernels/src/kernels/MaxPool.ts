import type { MaxPoolAttrs, MaxPoolInputs } from "@tensorflow/tfjs-core";
import { backend_util, engine, MaxPool, util } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolsNothing, poolShape } from "../poolShape.ts";

export const maxPool: KernelDefinition = defineKernelOfDeferred<MaxPoolInputs, MaxPoolAttrs>(
  MaxPool,
  "four channels at a time, by all threads, that of a convolution in the same pass",
  (context) =>
    ({ x }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (x.dtype !== "float32") return undefined;
      const shape = x.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      if (poolsNothing(info)) return context.share(x);
      const data = context.deferredData(x);
      if (data && isHalving(info) && util.arraysEqual(data.shape, shape)) {
        const y = data.pool(info.outShape, engine().state.gradientDepth > 0);
        if (y) return y;
      }
      context.settle(x);
      const y = context.output(info.outShape);
      context.wasm.maxPool(
        context.address(x, util.sizeFromShape(shape)),
        context.address(y, util.sizeFromShape(info.outShape)),
        context.shape(poolShape(info)),
      );
      return y;
    },
);

/** Whether the windows are of 2x2, touch and lie inside: a row or column may be left over. */
function isHalving(info: backend_util.Conv2DInfo): boolean {
  const two = [info.filterHeight, info.filterWidth, info.strideHeight, info.strideWidth].every(
    (n) => n === 2,
  );
  const inside = 2 * info.outHeight <= info.inHeight && 2 * info.outWidth <= info.inWidth;
  return two && inside && info.padInfo.top === 0 && info.padInfo.left === 0;
}
