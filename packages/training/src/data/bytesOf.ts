import type { TypedArray } from "@minibatch/datasets";

/** The bytes of an array of bytes, without a copy, also of a canvas' clamped ones; undefined for other numbers. */
export function bytesOf(data: TypedArray): Uint8Array | undefined {
  if (data instanceof Uint8Array) return data;
  if (data instanceof Uint8ClampedArray) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  return undefined;
}
