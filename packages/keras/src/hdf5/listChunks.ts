import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import type { Chunking } from "./chunkIndex.ts";
import { maxObjects } from "./limits.ts";
import { sizeOf } from "./readDataspace.ts";

/** A chunk in the file. */
export interface Chunk {
  /** Where its first value belongs. */
  readonly offset: readonly number[];
  readonly packed: Uint8Array;
  /** A bit for each filter that was not applied to it. */
  readonly skipped: number;
}

/**
 * Lists the chunks of a data set, by any of the indexes but those of data sets that can grow.
 *
 * @param chunkBytes of a chunk that no filter made smaller
 * @param filtered whether there are filters, so that chunks say how long they are
 */
export function listChunks(
  { chunk, index }: Chunking,
  shape: readonly number[],
  chunkBytes: number,
  filtered: boolean,
  file: Cursor,
): Chunk[] {
  if (index.kind === "none") return [];
  if (index.kind === "tree") return [...treeChunks(file, index.at, chunk.length, new Set())];
  const grid = shape.map((length, axis) => Math.ceil(length / (chunk[axis] ?? 1)));
  const count = index.kind === "single" ? 1 : sizeOf(grid);
  if (count > maxObjects) throw corrupt(`a data set in it has ${count} chunks`);
  const offsetOf = (number: number): number[] => {
    const offset: number[] = [];
    for (let axis = grid.length - 1, rest = number; axis >= 0; axis--) {
      const along = grid[axis] ?? 1;
      offset.unshift((rest % along) * (chunk[axis] ?? 1));
      rest = Math.floor(rest / along);
    }
    return offset;
  };
  const at = (address: number, bytes: number): Uint8Array => file.fork(address, address + bytes).take(bytes);
  if (index.kind === "single") {
    return [{ offset: offsetOf(0), packed: at(index.at, index.bytes ?? chunkBytes), skipped: index.skipped }];
  }
  if (index.kind === "implicit") {
    return Array.from({ length: count }, (_, i) => ({
      offset: offsetOf(i),
      packed: at(index.at + i * chunkBytes, chunkBytes),
      skipped: 0,
    }));
  }
  return fixedArray(file.fork(index.at), count, chunkBytes, filtered).flatMap((entry, i) =>
    entry === undefined
      ? []
      : [{ offset: offsetOf(i), packed: at(entry.at, entry.bytes), skipped: entry.skipped }],
  );
}

/**
 * Goes through the nodes of a tree, whose leaves list chunks.
 *
 * @param seen the nodes so far: a node that several lead to would be listed twice as often with every level
 */
function* treeChunks(
  file: Cursor,
  at: number,
  rank: number,
  seen: Set<number>,
  below = Number.POSITIVE_INFINITY,
): Generator<Chunk> {
  const node = file.fork(at);
  node.expect("TREE");
  if (node.uint(1) !== 1) throw corrupt("the index of a data set is one of something else");
  const level = node.uint(1);
  if (level >= below || seen.has(at)) throw corrupt("the index of a data set does not end");
  seen.add(at);
  const used = node.uint(2);
  node.skip(16);
  for (let i = 0; i < used; i++) {
    const bytes = node.uint(4);
    const skipped = node.uint(4);
    const offset = Array.from({ length: rank }, () => node.length());
    node.skip(8);
    const child = node.address();
    if (level > 0) yield* treeChunks(file, child, rank, seen, level);
    else yield { offset, packed: file.fork(child, child + bytes).take(bytes), skipped };
  }
}

function fixedArray(head: Cursor, count: number, chunkBytes: number, filtered: boolean) {
  head.expect("FAHD");
  head.skip(2);
  const entryBytes = head.uint(1);
  const pageBits = head.uint(1);
  if (head.length() !== count) throw corrupt("the index of a data set has another length");
  if (count > 2 ** pageBits) throw unsupported(`a data set of ${count} chunks in the newest format of HDF5`);
  const entries = head.fork(head.address());
  entries.expect("FADB");
  entries.skip(2 + 8);
  return Array.from({ length: count }, () => {
    const at = entries.address();
    const bytes = filtered ? entries.uint(entryBytes - 12) : chunkBytes;
    const skipped = filtered ? entries.uint(4) : 0;
    return at === undefinedAddress ? undefined : { at, bytes, skipped };
  });
}
