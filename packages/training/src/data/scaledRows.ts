import type { NdArray, TypedArray } from "@minibatch/datasets";
import type { InputScaling } from "@minibatch/models";
import { TrainingError } from "../TrainingError.ts";
import { bytesOf } from "./bytesOf.ts";
import { featureCount } from "./featureCount.ts";

/**
 * Copies the rows with the given indices, each value times its scale plus its offset.
 *
 * @throws {TrainingError} `SHAPE_MISMATCH` for a scaling of another number of features
 */
export function scaledRows(
  x: NdArray,
  rows: ArrayLike<number>,
  scaling: InputScaling,
): Float32Array<ArrayBuffer> {
  const { data, shape } = x;
  const size = shape.slice(1).reduce((product, length) => product * length, 1);
  const { scale, offset } = scaling;
  if (typeof scale !== "number" || typeof offset !== "number") {
    const features = featureCount(x);
    return scaleFeatures(data, rows, size, spread(scale, features), spread(offset, features));
  }
  const bytes = bytesOf(data);
  return bytes ? scaleBytes(bytes, rows, size, scale, offset) : scaleValues(data, rows, size, scale, offset);
}

/** One number for each feature, from one for all or one for each. */
function spread(values: number | readonly number[], features: number): Float64Array {
  if (typeof values === "number") return new Float64Array(features).fill(values);
  if (values.length === features) return Float64Array.from(values);
  throw new TrainingError(
    "SHAPE_MISMATCH",
    `The scaling is for ${values.length} features, but the inputs have ${features}. ` +
      "Use the one that was fitted on inputs of the same kind.",
  );
}

function scaleFeatures(
  data: TypedArray,
  rows: ArrayLike<number>,
  size: number,
  scale: Float64Array,
  offset: Float64Array,
): Float32Array<ArrayBuffer> {
  const values = new Float32Array(rows.length * size);
  let to = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const end = ((rows[row] as number) + 1) * size;
    for (let from = end - size; from < end; from += scale.length) {
      for (let feature = 0; feature < scale.length; feature += 1) {
        const value = data[from + feature] as number;
        values[to] = value * (scale[feature] as number) + (offset[feature] as number);
        to += 1;
      }
    }
  }
  return values;
}

function scaleValues(
  data: TypedArray,
  rows: ArrayLike<number>,
  size: number,
  scale: number,
  offset: number,
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

// A function of its own, so that the engine compiles it for bytes alone.
function scaleBytes(
  data: Uint8Array,
  rows: ArrayLike<number>,
  size: number,
  scale: number,
  offset: number,
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
