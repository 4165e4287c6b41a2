import { add, engine, getBackend, getKernel, mul, sub, type Tensor } from "@tensorflow/tfjs-core";

/** The kernel by which a backend does it in one pass: `@minibatch/wasm-kernels` brings it for "wasm". */
const MOVING_AVERAGE = "MinibatchMovingAverage";

/** Moves an average by this share of the way to a value: 0 leaves it, 1 makes it the value. */
export function moveAverage(average: Tensor, value: Tensor, share: number): Tensor {
  const fits = average.dtype === "float32" && value.dtype === "float32";
  if (!fits || !getKernel(MOVING_AVERAGE, getBackend())) return add(average, mul(sub(value, average), share));
  return engine().runKernel<Tensor>(MOVING_AVERAGE, { average, value }, { share });
}
