import { corrupt } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";
import type { Datatype } from "./readDatatype.ts";

/** Turns the bytes of values into float32, int32 or texts: what TensorFlow.js computes with. */
export function decodeValues(
  bytes: Uint8Array,
  count: number,
  type: Datatype,
  file: Cursor,
): Float32Array | Int32Array | string[] {
  if (bytes.length < count * type.bytes) {
    throw corrupt(`an array of ${count} values has ${bytes.length} bytes in place of ${count * type.bytes}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type.kind === "text") {
    return Array.from({ length: count }, (_, i) =>
      fixedText(bytes.subarray(i * type.bytes, (i + 1) * type.bytes)),
    );
  }
  if (type.kind === "variableText") {
    return Array.from({ length: count }, (_, i) => heapText(file.fork(0), view, i * type.bytes));
  }
  if (type.bytes === 4 && !type.bigEndian && type.kind !== "unsigned") {
    const copy = new Uint8Array(count * 4);
    copy.set(bytes.subarray(0, copy.length));
    return type.kind === "float" ? new Float32Array(copy.buffer) : new Int32Array(copy.buffer);
  }
  const read = readerOf(type, view);
  const values = new (type.kind === "float" || type.kind === "bfloat16" ? Float32Array : Int32Array)(count);
  for (let i = 0; i < count; i++) values[i] = read(i * type.bytes);
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

function readerOf(
  { kind, bytes, bigEndian }: Datatype & { bigEndian: boolean },
  view: DataView,
): (at: number) => number {
  const little = !bigEndian;
  if (kind === "float") {
    if (bytes === 8) return (at) => view.getFloat64(at, little);
    return bytes === 4 ? (at) => view.getFloat32(at, little) : (at) => half(view.getUint16(at, little));
  }
  if (kind === "bfloat16") {
    const wide = new DataView(new ArrayBuffer(4));
    return (at) => {
      wide.setUint16(0, view.getUint16(at, true));
      return wide.getFloat32(0);
    };
  }
  const signed = kind === "signed";
  if (bytes === 8) return (at) => Number(view.getBigInt64(at, little));
  if (bytes === 4) return (at) => view.getInt32(at, little);
  if (bytes === 2) return (at) => (signed ? view.getInt16(at, little) : view.getUint16(at, little));
  return (at) => (signed ? view.getInt8(at) : view.getUint8(at));
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
