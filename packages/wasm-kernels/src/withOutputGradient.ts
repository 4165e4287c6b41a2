import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import type { OutputGradient } from "./KernelExports.ts";
import { pooledGradient } from "./pooledGradient.ts";
import { requireShape } from "./requireShape.ts";

/**
 * Gives `use` the gradient of an output `[batch, height, width, channels]`: that of what was pooled of it, where it is that and `ofPooled`
 * says so; and a function that has it written, for what cannot take it as it is, and gives its address.
 *
 * tfjs lets it be higher or wider, as in a transposed convolution whose output is smaller than its input would make it, and leaves
 * out what is too much.
 *
 * @throws {WasmKernelsError} `SHAPE_MISMATCH` where it is smaller, or of another batch or other channels
 */
export function withOutputGradient<Result>(
  context: KernelContext,
  dy: TensorInfo,
  shape: readonly number[],
  ofPooled: boolean,
  use: (gradient: OutputGradient, write: () => number) => Result,
): Result {
  const size = util.sizeFromShape([...shape]);
  const pooled = ofPooled ? pooledGradient(context, dy) : undefined;
  if (pooled && util.arraysEqual([...pooled.shape], [...shape]) && util.arraysEqual(dy.shape, [...shape])) {
    return use(pooled.addresses, () => {
      context.settle(dy);
      return context.address(dy, size);
    });
  }
  context.settle(dy);
  const whole = (address: number): Result => use([address, 0, 0], () => address);
  if (util.arraysEqual(dy.shape, [...shape])) return whole(context.address(dy, size));
  const [batch = 0, height = 0, width = 0, channels = 0] = shape;
  const [, rows = 0, columns = 0] = dy.shape;
  requireShape("dy", dy, [batch, Math.max(height, rows), Math.max(width, columns), channels]);
  const part = context.output(shape);
  try {
    const from = context.address(dy, util.sizeFromShape(dy.shape));
    const to = context.address(part, size);
    const { HEAPU8 } = context.backend.wasm;
    const bytes = 4 * width * channels;
    for (let image = 0; image < batch; image += 1) {
      for (let row = 0; row < height; row += 1) {
        const start = from + 4 * columns * channels * (image * rows + row);
        HEAPU8.copyWithin(to + bytes * (image * height + row), start, start + bytes);
      }
    }
    return whole(to);
  } finally {
    context.backend.disposeData(part.dataId);
  }
}
