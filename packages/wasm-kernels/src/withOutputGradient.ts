import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { requireShape } from "./requireShape.ts";

/**
 * Gives `use` the gradient of an output `[batch, height, width, channels]`, of the shape of that output.
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
  use: (dy: TensorInfo) => Result,
): Result {
  if (util.arraysEqual(dy.shape, [...shape])) return use(dy);
  const [batch = 0, height = 0, width = 0, channels = 0] = shape;
  const [, rows = 0, columns = 0] = dy.shape;
  requireShape("dy", dy, [batch, Math.max(height, rows), Math.max(width, columns), channels]);
  const part = context.output(shape);
  try {
    const from = context.address(dy, util.sizeFromShape(dy.shape));
    const to = context.address(part, util.sizeFromShape(part.shape));
    const { HEAPU8 } = context.backend.wasm;
    const bytes = 4 * width * channels;
    for (let image = 0; image < batch; image += 1) {
      for (let row = 0; row < height; row += 1) {
        const start = from + 4 * columns * channels * (image * rows + row);
        HEAPU8.copyWithin(to + bytes * (image * height + row), start, start + bytes);
      }
    }
    return use(part);
  } finally {
    context.backend.disposeData(part.dataId);
  }
}
