import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt } from "../faults.ts";
import { chunkIndex } from "./chunkIndex.ts";
import { readFilters, undoFilters } from "./filters.ts";
import { listChunks } from "./listChunks.ts";
import { sizeOf } from "./readDataspace.ts";

/** What the chunks of a data set make together. */
export interface ChunkedShape {
  readonly shape: readonly number[];
  /** Of all values together. */
  readonly bytes: number;
  readonly valueBytes: number;
  /** The message of the filters, if there are any. */
  readonly filters: Cursor | undefined;
}

/**
 * Puts the chunks of a data set together; values of chunks that were never written are zero.
 *
 * @param body the layout message, behind its kind
 */
export async function readChunks(
  body: Cursor,
  version: number,
  { shape, bytes, valueBytes, filters: filterBody }: ChunkedShape,
): Promise<Uint8Array> {
  const chunking = chunkIndex(body, version);
  const { chunk } = chunking;
  if (chunk.length !== shape.length) throw corrupt("the chunks of a data set have other axes than it has");
  const filters = filterBody ? readFilters(filterBody) : [];
  const chunkBytes = sizeOf(chunk) * valueBytes;
  const whole = new Uint8Array(bytes);
  const chunks = listChunks(chunking, shape, chunkBytes, filters.length > 0, body.fork(0));
  for (const { offset, packed, skipped } of chunks) {
    const values = await undoFilters(packed, filters, skipped, chunkBytes);
    place(values, whole, chunk, offset, shape, valueBytes);
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
