import { DatasetError } from "../DatasetError.ts";
import type { TypedArray } from "../NdArray.ts";

/** The types of numbers that files hold. */
export type NumberType =
  | "uint8"
  | "int8"
  | "int16"
  | "uint16"
  | "int32"
  | "uint32"
  | "int64"
  | "uint64"
  | "float32"
  | "float64";

/** The size of one number in bytes. */
export const numberBytes: Readonly<Record<NumberType, 1 | 2 | 4 | 8>> = {
  uint8: 1,
  int8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  float32: 4,
  float64: 8,
};

type Reader = (view: DataView, count: number, littleEndian: boolean) => TypedArray;

const readers: Readonly<Record<NumberType, Reader>> = {
  uint8: ({ buffer, byteOffset }, n) => new Uint8Array(buffer, byteOffset, n),
  int8: ({ buffer, byteOffset }, n) => new Int8Array(buffer, byteOffset, n),
  int16: (view, n, little) => fill(new Int16Array(n), (i) => view.getInt16(2 * i, little)),
  uint16: (view, n, little) => fill(new Int32Array(n), (i) => view.getUint16(2 * i, little)),
  int32: (view, n, little) => fill(new Int32Array(n), (i) => view.getInt32(4 * i, little)),
  uint32: (view, n, little) => fill(new Float64Array(n), (i) => view.getUint32(4 * i, little)),
  int64: (view, n, little) => fill(new Float64Array(n), (i) => exact(view.getBigInt64(8 * i, little))),
  uint64: (view, n, little) => fill(new Float64Array(n), (i) => exact(view.getBigUint64(8 * i, little))),
  float32: (view, n, little) => fill(new Float32Array(n), (i) => view.getFloat32(4 * i, little)),
  float64: (view, n, little) => fill(new Float64Array(n), (i) => view.getFloat64(8 * i, little)),
};

/**
 * Reads `bytes` as numbers of `type`, into the smallest of our arrays that holds all of them: 16-bit unsigned integers become
 * `Int32Array`, 32-bit unsigned and 64-bit integers `Float64Array`. Single bytes are a view, everything else is a copy.
 *
 * @throws {DatasetError} `INVALID_FORMAT` for a 64-bit integer beyond 2^53
 */
export function readNumbers(bytes: Uint8Array, type: NumberType, littleEndian: boolean): TypedArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return readers[type](view, bytes.byteLength / numberBytes[type], littleEndian);
}

function fill<Values extends TypedArray>(values: Values, get: (index: number) => number): Values {
  for (let i = 0; i < values.length; i++) values[i] = get(i);
  return values;
}

function exact(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new DatasetError("INVALID_FORMAT", `Integers must lie within 2^53 of 0, got ${value}`);
}
