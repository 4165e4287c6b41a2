import type { TensorInfo } from "@tensorflow/tfjs-core";
import { rowsOf } from "../batchNormalization.ts";
import { defineKernelOfDeferred, type KernelDefinition } from "../KernelDefinition.ts";
import { requireShape } from "../requireShape.ts";

interface Inputs {
  /** The gradient of the normalized values, `[..., channels]`, or of the activation behind them that was put off */
  readonly dy: TensorInfo;
  /** `[..., channels]` */
  readonly x: TensorInfo;
  /** `[channels]`, as those below */
  readonly scale: TensorInfo;
  readonly offset: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
}

interface Attributes {
  /** What was added to the variances. */
  readonly epsilon: number;
}

/** Not a kernel of tfjs: it gives the gradients by `x`, by `scale` and by `offset`. */
export const batchNormalizationGrad: KernelDefinition = defineKernelOfDeferred<Inputs, Attributes>(
  "MinibatchBatchNormalizationGrad",
  "not tfjs': the gradient of batch normalization in training, with that of the activation behind it, in two passes",
  (context) =>
    ({ dy: given, x, scale, offset, mean, variance }, { epsilon }) => {
      const [rows, channels] = rowsOf(x);
      requireShape("dy", given, x.shape);
      const behind = context.deferred("activationGradient", given);
      // The activation is that of another normalization where tfjs passed its gradient on.
      const own = behind?.inputs[0]?.dataId === x.dataId && behind.inputs[1]?.dataId === mean.dataId;
      const dy = own ? (behind.inputs[5] as TensorInfo) : given;
      for (const tensor of [dy, x, scale, offset, mean, variance]) context.settle(tensor);
      const size = rows * channels;
      const dx = context.output(x.shape);
      const dscale = context.output([channels]);
      const doffset = context.output([channels]);
      const { wasm } = context;
      wasm.batchNormalizationGradient(
        context.address(x, size),
        context.address(dy, size),
        context.address(mean, channels),
        context.address(variance, channels),
        context.address(scale, channels),
        context.address(offset, channels),
        epsilon,
        context.address(dx, size),
        context.address(dscale, channels),
        context.address(doffset, channels),
        rows,
        channels,
        own ? (behind.activation ?? 0) : 0,
        own ? (behind.alpha ?? 0) : 0,
        context.scratch(wasm.batchNormalizationScratchBytes(rows, channels) >>> 0),
      );
      return [dx, dscale, doffset];
    },
);
