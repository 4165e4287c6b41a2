import type { UnsortedSegmentSumAttrs, UnsortedSegmentSumInputs } from "@tensorflow/tfjs-core";
import { UnsortedSegmentSum, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

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
      requireShape("segmentIds", segmentIds, [count]);
      const out = context.output([numSegments, ...rest]);
      const inner = util.sizeFromShape(rest);
      context.wasm.unsortedSegmentSum(
        context.address(x, count * inner),
        context.address(segmentIds, count, "int32"),
        context.address(out, numSegments * inner),
        count,
        inner,
        numSegments,
      );
      return out;
    },
);
