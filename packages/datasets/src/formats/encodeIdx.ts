import type { NdArray } from "../NdArray.ts";

/** The IDX file of an array of bytes, or `undefined` for other arrays. */
export function encodeIdx({ data, shape }: NdArray): Uint8Array | undefined {
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return undefined;
  const header = 4 + 4 * shape.length;
  const file = new Uint8Array(header + data.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  for (const [axis, length] of shape.entries()) view.setUint32(4 + 4 * axis, length);
  file.set(data, header);
  return file;
}
