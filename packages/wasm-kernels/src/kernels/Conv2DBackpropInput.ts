import type { Conv2DBackpropInputAttrs, Conv2DBackpropInputInputs } from "@tensorflow/tfjs-core";
import { backend_util, Conv2DBackpropInput } from "@tensorflow/tfjs-core";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropInputAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropInput: KernelDefinition = defineKernel<Conv2DBackpropInputInputs, Attributes>(
  Conv2DBackpropInput,
  "about ten times as fast; 3x3 filters by Winograd's algorithm",
  (context) =>
    ({ dy, filter }, { strides, pad, dataFormat, dimRoundingMode, inputShape, dilations = 1 }) => {
      if (dy.dtype !== "float32" || filter.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = backend_util.computeConv2DInfo(
        inputShape,
        filter.shape as [number, number, number, number],
        strides,
        dilations,
        pad,
        dimRoundingMode,
      );
      const dx = context.output(info.inShape);
      const shape = context.shape(convShape(info));
      context.wasm.conv2dBackpropInput(
        context.address(dy),
        context.address(filter),
        context.address(dx),
        shape,
        context.scratch(context.wasm.inputGradientScratchBytes(shape) >>> 0),
      );
      return dx;
    },
);
