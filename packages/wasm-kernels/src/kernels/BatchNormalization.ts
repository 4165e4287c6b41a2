import type { Tensor, TensorInfo } from "@tensorflow/tfjs-core";
import { engine } from "@tensorflow/tfjs-core";
import { batchNormalization, rowsOf } from "../batchNormalization.ts";
import type { KernelContext } from "../KernelContext.ts";
import { defineKernel, type KernelDefinition } from "../KernelDefinition.ts";
import { registerOwnGradient } from "../registerOwnGradient.ts";
import { requireShape } from "../requireShape.ts";

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
export function registerBatchNormalizationGradient(context: KernelContext): () => void {
  return registerOwnGradient({
    kernelName: name,
    inputsToSave: ["x", "scale", "offset"],
    outputsToSave: [false, true, true],
    gradFunc(dys, [x, scale, offset, mean, variance], attrs) {
      const [dy] = dys as Tensor[];
      const { epsilon } = attrs as unknown as Attributes;
      const tensors = { x, scale, offset, mean, variance } as Record<
        keyof Inputs | "mean" | "variance",
        Tensor
      >;
      const gradients = gradientsOf(context, dy as Tensor, tensors, epsilon);
      const [dx, dscale, doffset] = gradients.map((gradient) =>
        engine().makeTensorFromTensorInfo(gradient, context.backend),
      ) as [Tensor, Tensor, Tensor];
      return { x: () => dx, scale: () => dscale, offset: () => doffset };
    },
  });
}

function gradientsOf(
  context: KernelContext,
  dz: Tensor,
  { x, scale, offset, mean, variance }: Record<keyof Inputs | "mean" | "variance", Tensor>,
  epsilon: number,
): TensorInfo[] {
  const [rows, channels] = rowsOf(x);
  requireShape("dy", dz, x.shape);
  const behind = context.deferred("activationGradient", dz);
  // The activation is that of another normalization where tfjs passed its gradient on.
  const own = behind?.inputs[0]?.dataId === x.dataId && behind.inputs[1]?.dataId === mean.dataId;
  const dy = own ? (behind.inputs[5] as TensorInfo) : dz;
  context.settle(dy);
  const dx = context.output(x.shape);
  const dscale = context.output([channels]);
  const doffset = context.output([channels]);
  const { wasm } = context;
  wasm.batchNormalizationGradient(
    context.address(x, x.size),
    context.address(dy, x.size),
    context.address(mean, channels),
    context.address(variance, channels),
    context.address(scale, channels),
    context.address(offset, channels),
    epsilon,
    context.address(dx, x.size),
    context.address(dscale, channels),
    context.address(doffset, channels),
    rows,
    channels,
    own ? (behind.activation ?? 0) : 0,
    own ? (behind.alpha ?? 0) : 0,
    context.scratch(wasm.batchNormalizationScratchBytes(rows, channels) >>> 0),
  );
  return [dx, dscale, doffset];
}
