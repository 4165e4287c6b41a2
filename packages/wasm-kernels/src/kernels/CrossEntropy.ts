import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  /** `[rows, classes]` */
  readonly probabilities: TensorInfo;
  /** Labels `[rows]` or `[rows, 1]` where sparse, otherwise `[rows, classes]`. */
  readonly targets: TensorInfo;
}

interface Attributes {
  readonly sparse: boolean;
  /**
   * The share of each target that goes to all classes alike.
   *
   * @default 0
   */
  readonly smoothing?: number | undefined;
}

/** Not a kernel of tfjs: `@minibatch/training` asks for it by this name, and does without where there is none. */
export const crossEntropy: KernelDefinition = defineKernel<Inputs, Attributes>(
  "MinibatchCrossEntropy",
  "the loss of a classifier and its gradient, in one pass instead of thirty",
  (context) =>
    ({ probabilities, targets }, { sparse, smoothing = 0 }) => {
      if (probabilities.dtype !== "float32" || targets.dtype !== "float32") return undefined;
      const [rows = 0, classes = 0] = probabilities.shape;
      const size = rows * classes;
      requireShape("probabilities", probabilities, [rows, classes]);
      if (!sparse) requireShape("targets", targets, probabilities.shape);
      else if (util.sizeFromShape(targets.shape) !== rows) requireShape("targets", targets, [rows, 1]);
      const losses = context.output([rows]);
      const gradients = context.output([rows, classes]);
      context.wasm.crossEntropy(
        context.address(probabilities, size),
        context.address(targets, sparse ? rows : size),
        sparse,
        1 - smoothing,
        smoothing / classes,
        context.address(losses, rows),
        context.address(gradients, size),
        rows,
        classes,
      );
      return [losses, gradients];
    },
);
