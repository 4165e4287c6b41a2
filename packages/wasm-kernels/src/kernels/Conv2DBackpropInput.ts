import type { Conv2DBackpropInputAttrs, Conv2DBackpropInputInputs } from "@tensorflow/tfjs-core";
import { Conv2DBackpropInput, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropInputAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropInput: KernelDefinition = defineKernelOfDeferred<
  Conv2DBackpropInputInputs,
  Attributes
>(
  Conv2DBackpropInput,
  "about ten times as fast; 3x3 filters by Winograd's algorithm",
  (context) =>
    ({ dy, filter }, { dataFormat, inputShape, ...attributes }) => {
      context.settle(filter);
      if (dy.dtype !== "float32" || filter.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = convolutionInfo(inputShape, filter.shape, attributes);
      const [inSize, outSize, filterSize] = [inputShape, info.outShape, filter.shape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(inputShape);
      const { wasm } = context;
      const shapeOf = () => context.shape(convShape(info));
      const ofPooled = wasm.inputGradientOfPooled(shapeOf()) !== 0;
      return withOutputGradient(context, dy, info.outShape, ofPooled, (gradient, write) => {
        const dx = context.output(inputShape);
        const shape = shapeOf();
        const weights = context.address(filter, filterSize);
        const to = context.address(dx, inSize);
        const scratch = context.scratch(wasm.inputGradientScratchBytes(shape) >>> 0);
        const bytes = wasm.inputGradientPackedBytes(shape) >>> 0;
        const pack = (at: number) => wasm.packInputGradient(weights, at, shape, scratch) !== 0;
        const packed = bytes > 0 ? context.packed.find("inputGradient", filter, bytes, pack) : 0;
        if (!wasm.conv2dBackpropInput(...gradient, weights, packed, to, shape, scratch)) {
          wasm.plainBackpropInput(write(), weights, to, shapeOf());
        }
        return dx;
      });
    },
);
