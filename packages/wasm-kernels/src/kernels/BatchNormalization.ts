import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import { batchNormalization, rowsOf } from "../batchNormalization.ts";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { registerOwnGradient } from "../registerOwnGradient.ts";

interface Inputs {
  /** `[..., channels]`, float32 */
  readonly x: TensorInfo;
  /** `[channels]` */
  readonly scale: TensorInfo;
  readonly offset: TensorInfo;
}

interface Attributes {
  /** What is added to the variances. */
  readonly epsilon: number;
}

const name = "MinibatchBatchNormalization";

/**
 * Not a kernel of tfjs: its batch normalization in training is asked for by this name (fuseBatchNormalization.ts).
 *
 * It gives the normalized values, the means and the variances.
 */
export const trainingBatchNormalization: KernelDefinition = defineKernel<Inputs, Attributes>(
  name,
  "not tfjs': its layer in training, statistics and activation included, in two passes instead of nine, its gradient too",
  (context) =>
    ({ x, scale, offset }, { epsilon }) => {
      if (x.dtype !== "float32") return undefined;
      const [rows, channels] = rowsOf(x);
      const mean = context.output([channels]);
      const variance = context.output([channels]);
      const { wasm } = context;
      wasm.batchNormalizationStatistics(
        context.address(x, rows * channels),
        context.address(mean, channels),
        context.address(variance, channels),
        rows,
        channels,
        context.scratch(wasm.batchNormalizationScratchBytes(rows, channels) >>> 0),
      );
      const work = batchNormalization(context, { x, mean, variance, scale, offset, epsilon });
      return [context.deferRecorded(work), mean, variance];
    },
);

/** @returns a function that takes the gradient back */
export function registerBatchNormalizationGradient(): () => void {
  return registerOwnGradient({
    kernelName: name,
    inputsToSave: ["x", "scale", "offset"],
    outputsToSave: [false, true, true],
    gradFunc(dys, [x, scale, offset, mean, variance], attrs) {
      const [dy] = dys as Tensor[];
      const inputs = { dy, x, scale, offset, mean, variance } as Record<string, Tensor>;
      const gradients = engine().runKernel<Tensor[]>("MinibatchBatchNormalizationGrad", inputs, attrs);
      const [dx, dscale, doffset] = gradients as [Tensor, Tensor, Tensor];
      return { x: () => dx, scale: () => dscale, offset: () => doffset };
    },
  });
}
