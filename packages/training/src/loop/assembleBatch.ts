import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { type Tensor, tensor } from "@tensorflow/tfjs-core";

/** What inputs get that come without a scaling: bytes become 0 to 1, as torchvision's `ToTensor` does, others stay. */
export function defaultScaling(x: NdArray): InputScaling {
  return x.data instanceof Uint8Array ? { scale: 1 / 255, offset: 0 } : { scale: 1, offset: 0 };
}

/**
 * Makes one batch of inputs: the rows with the given indices, scaled, as a float32 tensor `[rows, ...rowShape]`.
 *
 * This is the only place where inputs become float32, so that a dataset of bytes stays one.
 */
export function assembleInputs(x: NdArray, rows: ArrayLike<number>, { scale, offset }: InputScaling): Tensor {
  const rowShape = x.shape.slice(1);
  const size = rowShape.reduce((product, length) => product * length, 1);
  const values = new Float32Array(rows.length * size);
  const { data } = x;
  let to = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const from = (rows[row] as number) * size;
    for (let at = from; at < from + size; at += 1) {
      values[to] = (data[at] as number) * scale + offset;
      to += 1;
    }
  }
  return tensor(values, [rows.length, ...rowShape], "float32");
}

/** Makes one batch of targets, float32 `[rows, ...rowShape]`; single values become a column, as losses expect. */
export function assembleTargets(y: NdArray, rows: ArrayLike<number>): Tensor {
  const rowShape = y.shape.length === 1 ? [1] : y.shape.slice(1);
  return assembleInputs({ data: y.data, shape: [y.shape[0] ?? 0, ...rowShape] }, rows, {
    scale: 1,
    offset: 0,
  });
}
