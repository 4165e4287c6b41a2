import type { NdArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { engine, getBackend, getKernel, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { type Augmentation, type AugmentationTime, augment } from "../data/augment.ts";
import { bytesOf } from "../data/bytesOf.ts";
import { scaledRows } from "../data/scaledRows.ts";

/**
 * The kernel by which a backend makes a batch of bytes itself, in its own memory. `@minibatch/wasm-kernels` brings it for
 * "wasm"; where there is none, JavaScript does the same.
 */
const ROWS_FROM_BYTES = "MinibatchRowsFromBytes";

/**
 * Makes one batch of inputs: the rows with the given indices, scaled, as a float32 tensor `[rows, ...rowShape]`.
 *
 * This is the only place where inputs become float32, so that a dataset of bytes stays one.
 */
export function assembleInputs(x: NdArray, rows: ArrayLike<number>, scaling: InputScaling): Tensor {
  const rowShape = x.shape.slice(1);
  const shape = [rows.length, ...rowShape];
  const { scale, offset } = scaling;
  const uniform = typeof scale === "number" && typeof offset === "number";
  const data = uniform ? bytesOf(x.data) : undefined;
  if (data && getKernel(ROWS_FROM_BYTES, getBackend())) {
    const size = rowShape.reduce((product, length) => product * length, 1);
    return engine().runKernel<Tensor>(ROWS_FROM_BYTES, {}, { data, rows, size, shape, scale, offset });
  }
  return tensor(scaledRows(x, rows, scaling), shape, "float32");
}

/** Makes one batch of inputs as {@link assembleInputs} does, of images that are changed at random before. */
export function assembleAugmented(
  x: NdArray,
  rows: ArrayLike<number>,
  scaling: InputScaling,
  augmentation: Augmentation,
  random: () => number,
  time: AugmentationTime,
): Tensor {
  const images = augment(x, rows, augmentation, random, time);
  return assembleInputs(
    images,
    Uint32Array.from(rows, (_, row) => row),
    scaling,
  );
}

/** Makes one batch of targets, float32 `[rows, ...rowShape]`; single values become a column, as losses expect. */
export function assembleTargets(y: NdArray, rows: ArrayLike<number>): Tensor {
  const rowShape = y.shape.length === 1 ? [1] : y.shape.slice(1);
  return assembleInputs({ data: y.data, shape: [y.shape[0] ?? 0, ...rowShape] }, rows, {
    scale: 1,
    offset: 0,
  });
}
