import type { MaxPoolGradAttrs, MaxPoolGradInputs } from "@tensorflow/tfjs-core";
import { backend_util, MaxPoolGrad } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { poolShape } from "../poolShape.ts";
import { requireShape } from "../requireShape.ts";

export const maxPoolGrad: KernelDefinition = defineKernelOfDeferred<MaxPoolGradInputs, MaxPoolGradAttrs>(
  MaxPoolGrad,
  "four channels at a time, by all threads; that of the relu before it in the same pass",
  (context) =>
    ({ dy, input, output }, { filterSize, strides, pad, dimRoundingMode }) => {
      if (input.dtype !== "float32" || dy.dtype !== "float32") return undefined;
      for (const tensor of [dy, output]) context.settle(tensor);
      const shape = input.shape as [number, number, number, number];
      const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
      requireShape("dy", dy, info.outShape);
      requireShape("output", output, info.outShape);
      const places = context.deferredData(input)?.placesOf(output);
      if (!places) context.settle(input);
      return context.defer({
        kind: "poolGradient",
        shape,
        pooled: input.dataId,
        byPlaces: places !== undefined,
        inputs: [places ?? input, output, dy],
        compute([from = 0, y = 0, given = 0], dx, _bias, activation) {
          const shapeAt = context.shape(poolShape(info));
          context.wasm[places ? "maxPoolGradAt" : "maxPoolGrad"](from, y, given, dx, activation, shapeAt);
        },
      });
    },
);
