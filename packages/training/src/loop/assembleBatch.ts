import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { engine, getBackend, getKernel, type Tensor, tensor } from "@tensorflow/tfjs-core";

/**
 * The kernel by which a backend makes a batch of bytes itself, in its own memory. `@minibatch/wasm-kernels` brings it for
 * "wasm"; where there is none, JavaScript does the same.
 */
const ROWS_FROM_BYTES = "MinibatchRowsFromBytes";

/** What inputs get that come without a scaling: bytes become 0 to 1, as torchvision's `ToTensor` does, others stay. */
export function defaultScaling(x: NdArray): InputScaling {
  return x.data instanceof Uint8Array ? { scale: 1 / 255, offset: 0 } : { scale: 1, offset: 0 };
}

/**
 * Makes one batch of inputs: the rows with the given indices, scaled, as a float32 tensor `[rows, ...rowShape]`.
 *
 * This is the only place where inputs become float32, so that a dataset of bytes stays one.
 */
export function assembleInputs(x: NdArray, rows: ArrayLike<number>, scaling: InputScaling): Tensor {
  const rowShape = x.shape.slice(1);
  const size = rowShape.reduce((product, length) => product * length, 1);
  const shape = [rows.length, ...rowShape];
  const { data } = x;
  if (data instanceof Uint8Array) {
    if (getKernel(ROWS_FROM_BYTES, getBackend())) {
      const attributes = { data, rows, size, shape, ...scaling };
      return engine().runKernel<Tensor>(ROWS_FROM_BYTES, {}, attributes);
    }
    return tensor(scaleBytes(data, rows, size, scaling), shape, "float32");
  }
  const { scale, offset } = scaling;
  const values = new Float32Array(rows.length * size);
  let to = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const from = (rows[row] as number) * size;
    for (let at = from; at < from + size; at += 1) {
      values[to] = (data[at] as number) * scale + offset;
      to += 1;
    }
  }
  return tensor(values, shape, "float32");
}

// A function of its own, so that the engine compiles it for bytes alone.
function scaleBytes(
  data: Uint8Array,
  rows: ArrayLike<number>,
  size: number,
  { scale, offset }: InputScaling,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rows.length * size);
  let to = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const from = (rows[row] as number) * size;
    for (let at = from; at < from + size; at += 1) {
      values[to] = (data[at] as number) * scale + offset;
      to += 1;
    }
  }
  return values;
}

/** Makes one batch of targets, float32 `[rows, ...rowShape]`; single values become a column, as losses expect. */
export function assembleTargets(y: NdArray, rows: ArrayLike<number>): Tensor {
  const rowShape = y.shape.length === 1 ? [1] : y.shape.slice(1);
  return assembleInputs({ data: y.data, shape: [y.shape[0] ?? 0, ...rowShape] }, rows, {
    scale: 1,
    offset: 0,
  });
}
