import type { SumAttrs, SumInputs } from "@tensorflow/tfjs-core";
import { Sum, util } from "@tensorflow/tfjs-core";
import { defineKernel } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const sum: KernelDefinition = defineKernel<SumInputs, SumAttrs>(
  Sum,
  "sums over leading axes (the gradient of every bias) without transposing first",
  (context) =>
    ({ x }, { axis, keepDims }) => {
      const rank = x.shape.length;
      const axes = util.parseAxisParam(axis, x.shape).toSorted((a, b) => a - b);
      const leads = axes.length > 0 && axes.length < rank && axes.every((axis, index) => axis === index);
      if (!leads || x.dtype !== "float32") return undefined;
      const rest = x.shape.slice(axes.length);
      const columns = util.sizeFromShape(rest);
      const rows = util.sizeFromShape(x.shape.slice(0, axes.length));
      const out = context.output(keepDims ? [...axes.map(() => 1), ...rest] : rest);
      context.wasm.sumRows(
        context.address(x, rows * columns),
        context.address(out, columns),
        rows,
        columns,
        context.scratch(context.wasm.sumRowsScratchBytes(rows, columns) >>> 0),
      );
      return out;
    },
);
