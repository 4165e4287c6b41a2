import { checkShape } from "./checkShape.ts";
import { DatasetError } from "../DatasetError.ts";
import type { NdArray, TypedArray } from "../NdArray.ts";
import { type NumberType, numberBytes, readNumbers } from "./readNumbers.ts";

/** By the kind and size in a `descr` of NumPy. */
const types: Readonly<Record<string, NumberType>> = {
  b1: "uint8",
  u1: "uint8",
  i1: "int8",
  i2: "int16",
  u2: "uint16",
  i4: "int32",
  u4: "uint32",
  i8: "int64",
  u8: "uint64",
  f4: "float32",
  f8: "float64",
};

/** NumPy pads headers to 64 bytes; a plain array of 8 axes needs fewer than 256. */
const maxHeaderBytes = 4096;

/**
 * Reads a `.npy` file, as `numpy.save` writes it.
 *
 * Booleans become `Uint8Array`, 16-bit unsigned integers `Int32Array`, 32-bit unsigned and 64-bit integers `Float64Array`; arrays in Fortran
 * order come back in row-major order. Objects are refused: they are Python programs. At most 8 axes and 2 GiB.
 *
 * @param bytes the file
 * @returns the values, row-major, and their shape
 * @throws {DatasetError} `INVALID_FORMAT` when the bytes are no such file, have another type, or end too early or too late;
 * `LIMIT_EXCEEDED` when the header promises more than the limits
 *
 * @example
 * parseNpy(await readFile("features.npy")); // { data: Float64Array, shape: [506, 13] }
 */
export function parseNpy(bytes: Uint8Array): NdArray {
  const { text, end } = readHeader(bytes);
  const [, order, code] = /'descr': '([<>|=])([a-zA-Z]\d+)'/.exec(text) ?? [];
  const [, fortran] = /'fortran_order': (True|False)/.exec(text) ?? [];
  const [, lengths] = /'shape': \(([\d, ]*)\)/.exec(text) ?? [];
  const type = types[code ?? ""];
  if (type === undefined || fortran === undefined || lengths === undefined) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `Expected an .npy header with a plain number type (${Object.keys(types).join(", ")}), got ${text.trim()}`,
    );
  }
  const shape = lengths.match(/\d+/g)?.map(Number) ?? [];
  const count = checkShape(shape, numberBytes[type]);
  const expected = end + count * numberBytes[type];
  if (bytes.length !== expected) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `The .npy header promises shape [${shape.join(", ")}], so ${expected} bytes, got ${bytes.length}`,
    );
  }
  const data = readNumbers(bytes.subarray(end), type, order !== ">");
  return { data: fortran === "True" ? toRowMajor(data, shape) : data, shape };
}

function readHeader(bytes: Uint8Array): { readonly text: string; readonly end: number } {
  const signature = String.fromCharCode(...bytes.subarray(0, 6));
  const version = bytes[6] ?? 0;
  const start = version === 1 ? 10 : 12;
  if (signature !== "\x93NUMPY" || version < 1 || version > 3 || bytes.length < start) {
    throw new DatasetError("INVALID_FORMAT", "An .npy file starts with \\x93NUMPY and a version from 1 to 3");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > maxHeaderBytes) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `The .npy header has ${length} bytes, the limit is ${maxHeaderBytes}`,
    );
  }
  const end = start + length;
  if (end > bytes.length) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `The .npy header ends at byte ${end}, got ${bytes.length} bytes`,
    );
  }
  return { text: new TextDecoder().decode(bytes.subarray(start, end)), end };
}

/** The values of an array whose first axis runs fastest, with the last one running fastest. */
function toRowMajor(columns: TypedArray, shape: readonly number[]): TypedArray {
  const rows = columns.slice();
  const index = shape.map(() => 0);
  const strides = shape.map((_, axis) =>
    shape.slice(0, axis).reduce((product, length) => product * length, 1),
  );
  for (let i = 0, from = 0; i < rows.length; i++) {
    rows[i] = columns[from] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const [stride = 0, length = 0] = [strides[axis], shape[axis]];
      const next = (index[axis] ?? 0) + 1;
      from += stride;
      index[axis] = next;
      if (next < length) break;
      from -= stride * length;
      index[axis] = 0;
    }
  }
  return rows;
}
