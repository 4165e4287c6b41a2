import type { UnsortedSegmentSumAttrs, UnsortedSegmentSumInputs } from "@tensorflow/tfjs-core";
import { UnsortedSegmentSum, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const unsortedSegmentSum: KernelDefinition = defineKernel<
  UnsortedSegmentSumInputs,
  UnsortedSegmentSumAttrs
>(
  UnsortedSegmentSum,
  "missing in tfjs: without it no embedding or gather trains",
  (context) =>
    ({ x, segmentIds }, { numSegments }) => {
      if (x.dtype !== "float32" || segmentIds.dtype !== "int32" || segmentIds.shape.length !== 1)
        return undefined;
      const [count = 0, ...rest] = x.shape;
      const out = context.output([numSegments, ...rest]);
      context.wasm.unsortedSegmentSum(
        context.address(x),
        context.address(segmentIds),
        context.address(out),
        count,
        util.sizeFromShape(rest),
        numSegments,
      );
      return out;
    },
);
