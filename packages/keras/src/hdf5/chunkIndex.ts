import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";

/** How the values of a data set are cut into chunks. */
export interface Chunking {
  /** The lengths of a chunk, an axis each. */
  readonly chunk: readonly number[];
  readonly index: ChunkIndex;
}

/** How the chunks are listed. */
export type ChunkIndex =
  | { readonly kind: "none" }
  | { readonly kind: "tree" | "implicit" | "fixedArray"; readonly at: number }
  | {
      readonly kind: "single";
      readonly at: number;
      readonly bytes: number | undefined;
      readonly skipped: number;
    };

/** Reads what a layout message, behind its kind, says of chunks. */
export function chunkIndex(body: Cursor, version: number): Chunking {
  return version === 3 ? oldIndex(body) : newIndex(body);
}

function oldIndex(body: Cursor): Chunking {
  const rank = body.uint(1) - 1;
  const at = body.address();
  const chunk = Array.from({ length: Math.max(0, rank) }, () => positive(body.uint(4)));
  return { chunk, index: at === undefinedAddress ? { kind: "none" } : { kind: "tree", at } };
}

function newIndex(body: Cursor): Chunking {
  const flags = body.uint(1);
  const rank = body.uint(1) - 1;
  const width = body.uint(1);
  const chunk = Array.from({ length: Math.max(0, rank) }, () => positive(body.uint(width)));
  body.skip(width);
  const type = body.uint(1);
  if (type === 1) {
    const filtered = (flags & 2) !== 0;
    const bytes = filtered ? body.length() : undefined;
    const skipped = filtered ? body.uint(4) : 0;
    const at = body.address();
    return { chunk, index: at < 0 ? { kind: "none" } : { kind: "single", at, bytes, skipped } };
  }
  if (type === 3) body.skip(1);
  if (type !== 2 && type !== 3) throw unsupported("a data set that can grow, in the newest format of HDF5");
  const at = body.address();
  if (at < 0) return { chunk, index: { kind: "none" } };
  return { chunk, index: { kind: type === 2 ? "implicit" : "fixedArray", at } };
}

function positive(length: number): number {
  if (length > 0) return length;
  throw corrupt("a chunk in it has no values");
}
