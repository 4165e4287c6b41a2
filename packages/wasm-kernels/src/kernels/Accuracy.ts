import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  /** `[rows, classes]` */
  readonly outputs: TensorInfo;
  /** Labels `[rows]` or `[rows, 1]` where sparse, otherwise `[rows, classes]`. */
  readonly targets: TensorInfo;
}

interface Attributes {
  readonly sparse: boolean;
}

/** Not a kernel of tfjs: `@minibatch/training` asks for it by this name, and does without where there is none. */
export const accuracy: KernelDefinition = defineKernel<Inputs, Attributes>(
  "MinibatchAccuracy",
  "the share of a batch that is classified right, in one pass instead of six",
  (context) =>
    ({ outputs, targets }, { sparse }) => {
      const [rows = 0, classes = 0] = outputs.shape;
      const size = rows * classes;
      requireShape("outputs", outputs, [rows, classes]);
      if (!sparse) requireShape("targets", targets, outputs.shape);
      else if (util.sizeFromShape(targets.shape) !== rows) requireShape("targets", targets, [rows, 1]);
      const hits = context.wasm.countHits(
        context.address(outputs, size),
        context.address(targets, sparse ? rows : size),
        sparse,
        rows,
        classes,
      );
      return context.scalar(hits / rows, "float32");
    },
);
