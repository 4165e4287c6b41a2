import { DatasetError } from "./DatasetError.ts";
import type { NdArray, TypedArray } from "./NdArray.ts";

/** More axes than any dataset has; a header of 255 is an attack or a mistake. */
const maxRank = 8;

/** What fits one typed array everywhere: 2 GiB. */
const maxBytes = 2 ** 31;

/** How {@link parseIdx} reads. */
export interface ParseIdxOptions {
  /**
   * At most this many entries of the first axis; the bytes may end after them.
   *
   * @default all of them
   */
  readonly limit?: number | undefined;
}

interface ElementType {
  readonly size: 1 | 2 | 4 | 8;
  /** The `count` values from `offset` on, in the byte order of this machine. */
  read(bytes: Uint8Array, offset: number, count: number): TypedArray;
}

/** By the third byte of the header. */
const elementTypes: Readonly<Record<number, ElementType>> = {
  8: { size: 1, read: (bytes, offset, count) => bytes.subarray(offset, offset + count) },
  9: {
    size: 1,
    read: (bytes, offset, count) => new Int8Array(bytes.buffer, bytes.byteOffset + offset, count),
  },
  11: bigEndian(
    2,
    (count) => new Int16Array(count),
    (view, at) => view.getInt16(at),
  ),
  12: bigEndian(
    4,
    (count) => new Int32Array(count),
    (view, at) => view.getInt32(at),
  ),
  13: bigEndian(
    4,
    (count) => new Float32Array(count),
    (view, at) => view.getFloat32(at),
  ),
  14: bigEndian(
    8,
    (count) => new Float64Array(count),
    (view, at) => view.getFloat64(at),
  ),
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
  const type = elementTypes[bytes[2] ?? -1];
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || type === undefined) {
    const found = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    throw new DatasetError(
      "INVALID_FORMAT",
      `An IDX file starts with 00 00, a type (08, 09, 0b to 0e) and the number of axes, got ${found || "no bytes"}` +
        (found.startsWith("1f 8b") ? ": this is gzip, unzip it first" : ""),
    );
  }
  const shape = readShape(bytes, type.size);
  const [rows] = shape;
  const start = 4 + 4 * shape.length;
  const whole = shape.reduce((product, length) => product * length, 1);
  const partial = limit !== undefined && rows !== undefined && limit < rows;
  const count = partial ? (whole / rows) * limit : whole;
  const end = start + count * type.size;
  if (partial ? bytes.length < end : bytes.length !== end) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `The IDX header promises shape [${shape.join(", ")}], so ${end} bytes, got ${bytes.length}`,
    );
  }
  return { data: type.read(bytes, start, count), shape: partial ? [limit, ...shape.slice(1)] : shape };
}

function readShape(bytes: Uint8Array, elementSize: number): number[] {
  const rank = bytes[3] ?? 0;
  if (rank > maxRank)
    throw new DatasetError("LIMIT_EXCEEDED", `An IDX file has at most ${maxRank} axes, got ${rank}`);
  if (bytes.length < 4 + 4 * rank) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `The IDX header of ${rank} axes needs ${4 + 4 * rank} bytes, got ${bytes.length}`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  // Counted without empty axes: [0, 2^32 - 1, ...] would pass as nothing and overflow with one more row.
  const promised = shape.reduce((product, length) => product * Math.max(length, 1), elementSize);
  if (promised > maxBytes) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `The IDX header promises shape [${shape.join(", ")}], more than the limit of ${maxBytes} bytes`,
    );
  }
  return shape;
}

function bigEndian(
  size: 2 | 4 | 8,
  allocate: (count: number) => TypedArray,
  get: (view: DataView, at: number) => number,
): ElementType {
  return {
    size,
    read(bytes, offset, count) {
      const view = new DataView(bytes.buffer, bytes.byteOffset + offset, count * size);
      const values = allocate(count);
      for (let i = 0; i < count; i++) values[i] = get(view, i * size);
      return values;
    },
  };
}
