import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { Deferrable } from "./Deferrable.ts";
import type { KernelContext } from "./KernelContext.ts";
import { requireShape } from "./requireShape.ts";

/** A batch normalization over the last axis of `x`; the other tensors have a value for each channel. */
export interface BatchNormalization {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly scale: TensorInfo;
  readonly offset: TensorInfo;
  readonly epsilon: number;
}

/** Describes a batch normalization whose statistics are known; an activation may be applied on the way. */
export function batchNormalization(
  context: KernelContext,
  { x, mean, variance, scale, offset, epsilon }: BatchNormalization,
): Deferrable {
  const [rows, channels] = rowsOf(x);
  for (const [name, tensor] of Object.entries({ mean, variance, scale, offset })) {
    requireShape(name, tensor, [channels]);
  }
  const { wasm } = context;
  const scratch = (): number => context.scratch(wasm.batchNormalizationScratchBytes(rows, channels) >>> 0);
  return {
    kind: "normalization",
    shape: x.shape,
    inputs: [x, mean, variance, scale, offset],
    compute([from = 0, m = 0, v = 0, s = 0, o = 0], out, _bias, activation, _pooling, alpha) {
      wasm.batchNormalization(from, m, v, s, o, epsilon, out, rows, channels, activation, alpha, scratch());
    },
    gradient([from = 0, m = 0, v = 0, s = 0, o = 0, dy = 0], out, _bias, activation, _pooling, alpha) {
      wasm.normalizedActivationGradient(
        from,
        dy,
        m,
        v,
        s,
        o,
        epsilon,
        out,
        rows,
        channels,
        activation,
        alpha,
        scratch(),
      );
    },
  };
}

/** The length of all axes but the last one, and that of the last one. */
export function rowsOf({ shape }: TensorInfo): [rows: number, channels: number] {
  return [util.sizeFromShape(shape.slice(0, -1)), shape.at(-1) ?? 0];
}
