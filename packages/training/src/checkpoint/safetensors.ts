import type { NdArray } from "@minibatch/datasets";
import { TrainingError } from "../TrainingError.ts";

/** The arrays of a safetensors file in their order, and its metadata. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, NdArray<Float32Array | Int32Array>>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const arrayTypes = { F32: Float32Array, I32: Int32Array } as const;

/**
 * Writes arrays in the safetensors format: 8 bytes with the header's length (little-endian), the header as JSON, the
 * values. NumPy and PyTorch users can open the result.
 *
 * @example
 * encodeSafetensors({ tensors: new Map([["bias", { shape: [2], data: Float32Array.of(1, 2) }]]), metadata: {} });
 *
 * @see https://github.com/huggingface/safetensors#format
 */
export function encodeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  const entries: Record<string, unknown> = { __metadata__: metadata };
  let bytes = 0;
  for (const [name, { data, shape }] of tensors) {
    const dtype = data instanceof Int32Array ? "I32" : "F32";
    entries[name] = { dtype, shape, data_offsets: [bytes, bytes + data.byteLength] };
    bytes += data.byteLength;
  }
  const json = new TextEncoder().encode(JSON.stringify(entries));
  // Spaces after the header align the values, so that they can be read in place.
  const headerLength = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(8 + headerLength + bytes).fill(0x20, 8, 8 + headerLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(json, 8);
  let offset = 8 + headerLength;
  for (const { data } of tensors.values()) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), offset);
    offset += data.byteLength;
  }
  return file;
}

/**
 * Reads a safetensors file whose arrays are float32 or int32. Tensors come back in the order of their values.
 *
 * @throws {TrainingError} `CORRUPT_CHECKPOINT` when the file is cut, damaged or something else
 * @example
 * decodeSafetensors(bytes).tensors.get("bias"); // { data: Float32Array [1, 2], shape: [2] }
 */
export function decodeSafetensors(file: Uint8Array): Safetensors {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const headerLength = file.length >= 8 ? Number(view.getBigUint64(0, true)) : Number.POSITIVE_INFINITY;
  if (8 + headerLength > file.length) {
    throw corrupt(`its header should have ${headerLength} bytes, but the whole file has ${file.length}`);
  }
  const { __metadata__: metadata = {}, ...entries } = parseHeader(file.subarray(8, 8 + headerLength));
  const start = 8 + headerLength;
  const tensors = new Map<string, NdArray<Float32Array | Int32Array>>();
  for (const [name, entry] of Object.entries(entries)) {
    tensors.set(name, readEntry(name, entry as Entry, file.subarray(start)));
  }
  return { tensors, metadata: metadata as Record<string, string> };
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  try {
    const header: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof header === "object" && header !== null && !Array.isArray(header)) {
      return header as Record<string, unknown>;
    }
  } catch (error) {
    throw corrupt("its header is not JSON", error);
  }
  throw corrupt("its header is not a JSON object");
}

function readEntry(name: string, entry: Entry, values: Uint8Array): NdArray<Float32Array | Int32Array> {
  const ArrayType = arrayTypes[entry.dtype as keyof typeof arrayTypes];
  const [from, to] = entry.data_offsets ?? [];
  const length = Array.isArray(entry.shape)
    ? entry.shape.reduce((product, axis) => product * axis, 1)
    : Number.NaN;
  const whole = Number.isSafeInteger(from) && from >= 0 && to <= values.length && to - from === length * 4;
  if (!ArrayType || !whole) throw corrupt(`its array "${name}" does not fit its header`);
  // A copy, not values.slice: of a Node Buffer that would be a view of the whole file.
  return { data: new ArrayType(new Uint8Array(values.subarray(from, to)).buffer), shape: entry.shape };
}

function corrupt(what: string, cause?: unknown): TrainingError {
  return new TrainingError(
    "CORRUPT_CHECKPOINT",
    `The checkpoint is damaged: ${what}. Delete it and train from the start, or restore the file.`,
    { cause },
  );
}
