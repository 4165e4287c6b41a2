import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import {
  bigEndianFlag,
  enumerationType,
  floatType,
  integerType,
  opaqueType,
  signedFlag,
  textType,
  variableType,
} from "./datatypes.ts";
import type { Hdf5Array } from "./Hdf5Node.ts";
import { type Datatype, readDatatype } from "./readDatatype.ts";

/** Turns the bytes of values into what TensorFlow.js has that is nearest: other numbers than float32 and int32, and texts. */
export function convertValues(bytes: Uint8Array, count: number, type: Datatype): Hdf5Array["data"] {
  const { kind, flags, bytes: width, rest } = type;
  if (bytes.length < count * width)
    throw corrupt(`an array of ${count} values has ${bytes.length} bytes in place of ${count * width}`);
  // An enumeration, NumPy's bool, lies in its base type.
  if (kind === enumerationType)
    return convertValues(bytes, count, readDatatype(rest.fork(rest.at, rest.end)));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === textType) {
    return Array.from({ length: count }, (_, i) => fixedText(bytes.subarray(i * width, (i + 1) * width)));
  }
  if (kind === variableType && (flags & 15) === 1) {
    return Array.from({ length: count }, (_, i) => heapText(rest.fork(0), view, i * width));
  }
  const read = numberReader(kind, flags, width, view);
  if (read === undefined) throw unsupported(`values of the HDF5 type ${kind} with ${width} bytes`);
  const values = new (kind === integerType ? Int32Array : Float32Array)(count);
  for (let i = 0; i < count; i++) {
    const value = read(i * width);
    values[i] = value;
    // Such as 2^31, which would come out as its negative.
    if (kind === integerType && values[i] !== value)
      throw unsupported(`the whole number ${value}, where TensorFlow.js has 32 bits and a sign`);
  }
  return values;
}

function fixedText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

/** A text of any length lies in a global heap: here is where. */
function heapText(file: Cursor, view: DataView, at: number): string {
  const length = view.getUint32(at, true);
  if (length === 0) return "";
  const heap = Number(view.getBigUint64(at + 4, true));
  const wanted = view.getUint32(at + 12, true);
  const cursor = file.fork(heap);
  cursor.expect("GCOL");
  cursor.skip(4);
  const end = heap + cursor.length();
  while (cursor.at + 16 <= end) {
    const index = cursor.uint(2);
    cursor.skip(6);
    const size = cursor.length();
    if (index === wanted && length <= size) return cursor.text(length);
    if (index === 0) break;
    cursor.skip(Math.ceil(size / 8) * 8);
  }
  throw corrupt("a text is missing in it");
}

function numberReader(
  kind: number,
  flags: number,
  width: number,
  view: DataView,
): ((at: number) => number) | undefined {
  const little = !(flags & bigEndianFlag);
  if (kind === floatType) {
    if (width === 8) return (at) => view.getFloat64(at, little);
    if (width === 4) return (at) => view.getFloat32(at, little);
    if (width === 2) return (at) => half(view.getUint16(at, little));
  }
  // h5py stores the bfloat16 of JAX and TensorFlow as two bytes that mean nothing to HDF5.
  if (kind === opaqueType && width === 2) {
    const wide = new DataView(new ArrayBuffer(4));
    return (at) => {
      wide.setUint16(0, view.getUint16(at, true));
      return wide.getFloat32(0);
    };
  }
  if (kind !== integerType) return undefined;
  const signed = flags & signedFlag;
  if (width === 8)
    return (at) => Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
  if (width === 4) return (at) => (signed ? view.getInt32(at, little) : view.getUint32(at, little));
  if (width === 2) return (at) => (signed ? view.getInt16(at, little) : view.getUint16(at, little));
  return width === 1 ? (at) => (signed ? view.getInt8(at) : view.getUint8(at)) : undefined;
}

/** The value of a half-precision number. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
