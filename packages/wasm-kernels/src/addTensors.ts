import type { TensorInfo } from "@tensorflow/tfjs-core";
import { util } from "@tensorflow/tfjs-core";
import type { KernelContext } from "./KernelContext.ts";

/** Fewer values than these are added before the other threads would be awake. */
const WORTH = 1024;

/** Adds two tensors of one shape, with the activation behind the sum where gradients are recorded; `undefined` leaves it to tfjs. */
export function addTensors(context: KernelContext, a: TensorInfo, b: TensorInfo): TensorInfo | undefined {
  const size = util.sizeFromShape(a.shape);
  if (size < WORTH || !util.arraysEqual(a.shape, b.shape)) return undefined;
  context.settle(a);
  context.settle(b);
  const { wasm } = context;
  return context.deferRecorded({
    kind: "sum",
    shape: a.shape,
    inputs: [a, b],
    compute([left = 0, right = 0], out, _bias, activation, _pooling, alpha) {
      wasm.add(left, right, out, size, activation, alpha);
    },
  });
}
