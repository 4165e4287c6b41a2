import type { Conv2DBackpropFilterAttrs, Conv2DBackpropFilterInputs } from "@tensorflow/tfjs-core";
import { backend_util, Conv2DBackpropFilter } from "@tensorflow/tfjs-core";
import { convShape } from "../convShape.ts";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

/** tfjs' operation has no dilations; its kernel takes them all the same. */
type Attributes = Conv2DBackpropFilterAttrs & { readonly dilations?: number | [number, number] };

export const conv2dBackpropFilter: KernelDefinition = defineKernel<Conv2DBackpropFilterInputs, Attributes>(
  Conv2DBackpropFilter,
  "missing in tfjs: without it no convolution trains",
  (context) =>
    ({ x, dy }, { strides, pad, dataFormat, dimRoundingMode, filterShape, dilations = 1 }) => {
      if (x.dtype !== "float32" || dy.dtype !== "float32" || dataFormat === "NCHW") return undefined;
      const info = backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        filterShape,
        strides,
        dilations,
        pad,
        dimRoundingMode,
      );
      const dw = context.output(filterShape);
      const shape = context.shape(convShape(info));
      context.wasm.conv2dBackpropFilter(
        context.address(x),
        context.address(dy),
        context.address(dw),
        shape,
        context.scratch(context.wasm.filterGradientScratchBytes(shape) >>> 0),
      );
      return dw;
    },
);
