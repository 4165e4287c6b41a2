import type { TensorInfo } from "@tensorflow/tfjs-core";
import { Add, broadcast_util, util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";
import { runKernel } from "./runKernel.ts";

/** Computes the larger or the smaller of two float32 tensors, broadcast; `undefined` for other types. */
export function extremeOf(
  context: KernelContext,
  which: "maximum" | "minimum",
  a: TensorInfo,
  b: TensorInfo,
): TensorInfo | undefined {
  if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
  const shape = broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape);
  const size = util.sizeFromShape(shape);
  const made: TensorInfo[] = [];
  const whole = (tensor: TensorInfo) => {
    if (util.sizeFromShape(tensor.shape) === size) return tensor;
    const zeros = context.zeros(shape);
    const spread = runKernel(context, Add, { a: tensor, b: zeros });
    made.push(zeros, spread);
    return spread;
  };
  const isSingle = ({ shape }: TensorInfo) => util.sizeFromShape(shape) === 1;
  const [first, second] = isSingle(a) ? [whole(b), a] : [whole(a), isSingle(b) ? b : whole(b)];
  const y = context.output(shape);
  context.wasm[which](
    context.address(first, size),
    context.address(second, isSingle(second) ? 1 : size),
    context.address(y, size),
    size,
    isSingle(second),
  );
  for (const { dataId } of made) context.backend.disposeData(dataId);
  return y;
}
