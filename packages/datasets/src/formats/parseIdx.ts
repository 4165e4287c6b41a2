import { checkShape } from "./checkShape.ts";
import { DatasetError } from "../DatasetError.ts";
import type { NdArray } from "../NdArray.ts";
import { type NumberType, numberBytes, readNumbers } from "./readNumbers.ts";

/** How {@link parseIdx} reads. */
export interface ParseIdxOptions {
  /**
   * At most this many entries of the first axis; the bytes may end after them.
   *
   * @default all of them
   */
  readonly limit?: number | undefined;
}

/** By the third byte of the header. */
const types: Readonly<Record<number, NumberType>> = {
  8: "uint8",
  9: "int8",
  11: "int16",
  12: "int32",
  13: "float32",
  14: "float64",
};

/**
 * Reads an IDX file, the format of MNIST: a type, a shape and the values, big-endian.
 *
 * Unsigned and signed bytes come back as a view of `bytes`, without a copy; wider types are copied into this machine's byte
 * order. Nothing is allocated before the header is known to fit the bytes. At most 8 axes and 2 GiB.
 *
 * @param bytes the file, already unzipped
 * @returns the values as the typed array that the header names, and their shape
 * @throws {DatasetError} `INVALID_FORMAT` when the bytes are no IDX file or end too early or too late, `LIMIT_EXCEEDED`
 * when the header promises more than the limits above, `INVALID_ARGUMENT` for a `limit` that is no count
 *
 * @example
 * parseIdx(new Uint8Array([0, 0, 8, 1, 0, 0, 0, 3, 5, 0, 4])); // { data: Uint8Array [5, 0, 4], shape: [3] }
 */
export function parseIdx(bytes: Uint8Array, options: ParseIdxOptions = {}): NdArray {
  const { limit } = options;
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0)) {
    throw new DatasetError("INVALID_ARGUMENT", `limit must be a whole number from 0 up, got ${limit}`);
  }
  const { type, shape } = readHeader(bytes);
  const size = numberBytes[type];
  const whole = checkShape(shape, size);
  const [rows] = shape;
  const start = 4 + 4 * shape.length;
  const partial = limit !== undefined && rows !== undefined && limit < rows;
  const end = start + size * (partial ? (whole / rows) * limit : whole);
  if (partial ? bytes.length < end : bytes.length !== end) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `The IDX header promises shape [${shape.join(", ")}], so ${end} bytes, got ${bytes.length}`,
    );
  }
  return {
    data: readNumbers(bytes.subarray(start, end), type, false),
    shape: partial ? [limit, ...shape.slice(1)] : shape,
  };
}

function readHeader(bytes: Uint8Array): { readonly type: NumberType; readonly shape: number[] } {
  const [zero, alsoZero, code = 0, axes = 0] = bytes;
  const type = types[code];
  if (bytes.length < 4 || zero !== 0 || alsoZero !== 0 || type === undefined) {
    const found = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    const hint = found.startsWith("1f 8b") ? ": this is gzip, unzip it first" : "";
    throw new DatasetError(
      "INVALID_FORMAT",
      `An IDX file starts with 00 00, a type (08, 09, 0b to 0e) and the number of axes, got ${found || "nothing"}${hint}`,
    );
  }
  if (bytes.length < 4 + 4 * axes) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `An IDX header of ${axes} axes has ${4 + 4 * axes} bytes, got ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type, shape: Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis)) };
}
