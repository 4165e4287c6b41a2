import type { Conv2DBackpropInputAttrs, Conv2DBackpropInputInputs } from "@tensorflow/tfjs-core";
import { Conv2DBackpropInput, util } from "@tensorflow/tfjs-core";
import { convolutionInfo } from "../convolutionInfo.ts";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { withOutputGradient } from "../withOutputGradient.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropInputAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropInput: KernelDefinition = defineKernel<Conv2DBackpropInputInputs, Attributes>(
  Conv2DBackpropInput,
  "about ten times as fast; 3x3 filters by Winograd's algorithm",
  (context) =>
    ({ dy, filter }, { dataFormat, inputShape, ...attributes }) => {
      if (dy.dtype !== "float32" || filter.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = convolutionInfo(inputShape, filter.shape, attributes);
      const [inSize, outSize, filterSize] = [inputShape, info.outShape, filter.shape].map(util.sizeFromShape);
      if (!inSize || !outSize || !filterSize) return context.zeros(inputShape);
      return withOutputGradient(context, dy, info.outShape, (gradient) => {
        const dx = context.output(inputShape);
        const shape = context.shape(convShape(info));
        const given = context.address(gradient, outSize);
        const weights = context.address(filter, filterSize);
        const to = context.address(dx, inSize);
        const { wasm } = context;
        const scratch = context.scratch(wasm.inputGradientScratchBytes(shape) >>> 0);
        const bytes = wasm.inputGradientPackedBytes(shape) >>> 0;
        const pack = (at: number) => wasm.packInputGradient(weights, at, shape, scratch) !== 0;
        const packed = bytes > 0 ? context.packed.find("inputGradient", filter, bytes, pack) : 0;
        if (!wasm.conv2dBackpropInput(given, weights, packed, to, shape, scratch)) {
          wasm.plainBackpropInput(given, weights, to, shape);
        }
        return dx;
      });
    },
);
