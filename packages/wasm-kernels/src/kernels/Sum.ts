import type { SumAttrs, SumInputs } from "@tensorflow/tfjs-core";
import { Sum, util } from "@tensorflow/tfjs-core";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";
import { pooledGradient } from "../pooledGradient.ts";

export const sum: KernelDefinition = defineKernelOfDeferred<SumInputs, SumAttrs>(
  Sum,
  "sums over leading axes (the gradient of every bias) without transposing first",
  (context) =>
    ({ x }, { axis, keepDims }) => {
      const rank = x.shape.length;
      const axes = util.parseAxisParam(axis, x.shape).toSorted((a, b) => a - b);
      const leads = axes.length > 0 && axes.length < rank && axes.every((axis, index) => axis === index);
      const rest = x.shape.slice(axes.length);
      const columns = util.sizeFromShape(rest);
      const pooled = leads ? pooledGradient(context, x) : undefined;
      // What is zero adds nothing.
      const apart = pooled?.shape.at(-1) === columns ? pooled : undefined;
      if (!apart) context.settle(x);
      if (!leads || x.dtype !== "float32") return undefined;
      const size = apart?.size ?? util.sizeFromShape(x.shape);
      const rows = columns === 0 ? 0 : size / columns;
      const [from, , positive] = apart?.addresses ?? [context.address(x, size), 0, 0];
      const out = context.output(keepDims ? [...axes.map(() => 1), ...rest] : rest);
      context.wasm.sumRows(
        from,
        positive,
        context.address(out, columns),
        rows,
        columns,
        context.scratch(context.wasm.sumRowsScratchBytes(rows, columns) >>> 0),
      );
      return out;
    },
);
