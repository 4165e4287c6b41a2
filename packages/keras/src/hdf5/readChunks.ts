import { corrupt } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";
import { type Filter, undoFilters } from "./filters.ts";
import { listChunks } from "./listChunks.ts";
import { sizeOf } from "./readDataspace.ts";
import type { Layout } from "./readLayout.ts";

/** Puts the chunks of a data set together; values of chunks that were never written are zero. */
export async function readChunks(
  layout: Extract<Layout, { kind: "chunked" }>,
  shape: readonly number[],
  valueBytes: number,
  filters: readonly Filter[],
  file: Cursor,
): Promise<Uint8Array> {
  const { chunk } = layout;
  if (chunk.length !== shape.length) throw corrupt("the chunks of a data set have other axes than it has");
  const chunkBytes = sizeOf(chunk) * valueBytes;
  const whole = new Uint8Array(sizeOf(shape) * valueBytes);
  const chunks = listChunks(layout, shape, chunkBytes, filters.length > 0, file);
  for (const { offset, packed, skipped } of chunks) {
    const bytes = await undoFilters(packed, filters, skipped, chunkBytes);
    place(bytes, whole, chunk, offset, shape, valueBytes);
  }
  return whole;
}

/** Copies a chunk to its place, a run along the last axis at a time; at the edges a chunk hangs over. */
function place(
  bytes: Uint8Array,
  whole: Uint8Array,
  chunk: readonly number[],
  offset: readonly number[],
  shape: readonly number[],
  valueBytes: number,
): void {
  const copy = (axis: number, from: number, to: number): void => {
    const [length = 1, start = 0, limit = 1] = [chunk[axis], offset[axis], shape[axis]];
    const inside = Math.min(length, limit - start);
    if (axis >= shape.length - 1) {
      const run = Math.max(0, inside) * valueBytes;
      whole.set(
        bytes.subarray(from * length * valueBytes, from * length * valueBytes + run),
        (to * limit + start) * valueBytes,
      );
      return;
    }
    for (let i = 0; i < inside; i++) copy(axis + 1, from * length + i, to * limit + start + i);
  };
  copy(0, 0, 0);
}
