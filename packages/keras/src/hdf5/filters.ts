import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import { inflate } from "../inflate.ts";

/** A step that the bytes of each chunk went through when they were written. */
export interface Filter {
  readonly id: number;
  readonly values: readonly number[];
}

const deflate = 1;
const shuffle = 2;
const fletcher = 3;

/** Reads the filters of a data set, in the order in which they were applied. */
export function readFilters(body: Cursor): Filter[] {
  const version = body.version("a list of filters", 1, 2);
  const count = body.uint(1);
  if (version === 1) body.skip(6);
  return Array.from({ length: count }, () => {
    const id = body.uint(2);
    const nameBytes = version === 1 || id >= 256 ? body.uint(2) : 0;
    body.skip(2);
    const values = body.uint(2);
    body.skip(nameBytes);
    const filter = { id, values: Array.from({ length: values }, () => body.uint(4)) };
    if (version === 1 && values % 2 === 1) body.skip(4);
    if (![deflate, shuffle, fletcher].includes(id)) throw unsupported(`the HDF5 filter ${id}`);
    return filter;
  });
}

/**
 * Undoes the filters of one chunk.
 *
 * @param skipped a bit for each filter that was not applied
 * @param length the bytes that come out
 */
export async function undoFilters(
  packed: Uint8Array,
  filters: readonly Filter[],
  skipped: number,
  length: number,
): Promise<Uint8Array> {
  let bytes = packed;
  for (let i = filters.length - 1; i >= 0; i--) {
    const { id, values } = filters[i] as Filter;
    if (skipped & (2 ** i)) continue;
    if (id === deflate) bytes = await inflate("deflate", bytes, length + 4);
    else if (id === fletcher) bytes = bytes.subarray(0, -4);
    else bytes = unshuffle(bytes, values[0] ?? 1);
  }
  if (bytes.length !== length) throw corrupt(`a chunk has ${bytes.length} bytes in place of ${length}`);
  return bytes;
}

/** Puts the bytes of each value together again: they were sorted by their place in it. */
function unshuffle(bytes: Uint8Array, width: number): Uint8Array {
  const count = Math.floor(bytes.length / Math.max(1, width));
  const whole = bytes.slice();
  for (let byte = 0; byte < width; byte++) {
    for (let i = 0; i < count; i++) whole[i * width + byte] = bytes[byte * count + i] ?? 0;
  }
  return whole;
}
