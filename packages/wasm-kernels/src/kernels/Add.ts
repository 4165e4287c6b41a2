import type { AddInputs } from "@tensorflow/tfjs-core";
import { Add, util } from "@tensorflow/tfjs-core";
import { addTensors } from "../addTensors.ts";
import { defineKernelOfDeferred } from "../KernelDefinition.ts";
import type { KernelDefinition } from "../KernelDefinition.ts";

export const add: KernelDefinition = defineKernelOfDeferred<AddInputs, unknown>(
  Add,
  "by all threads, a bias or a tensor; a bias in the pass of the convolution or product before, an activation in that of the sum",
  (context) =>
    ({ a, b }) => {
      if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
      if (b.shape.length !== 1 || a.shape.length < 2) return addTensors(context, a, b);
      const [columns = 0] = b.shape;
      const size = util.sizeFromShape(a.shape);
      if (a.shape.at(-1) !== columns || size === 0) return undefined;
      context.settle(b);
      const affine = context.deferred("affine", a);
      if (affine && !affine.bias && !affine.activation) return context.deferRecorded({ ...affine, bias: b });
      const out = context.output(a.shape);
      context.wasm.addBias(
        context.address(a, size),
        context.address(b, columns),
        context.address(out, size),
        size / columns,
        columns,
      );
      return out;
    },
);
