import { corrupt, unsupported } from "../faults.ts";
import { type Cursor, undefinedAddress } from "./Cursor.ts";

/** Where the values of a data set lie: in one piece, or in chunks that an index lists. */
export type Layout =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  | {
      readonly kind: "chunked";
      /** The lengths of a chunk, an axis each. */
      readonly chunk: readonly number[];
      readonly index: ChunkIndex;
    };

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

/** Reads a layout message. */
export function readLayout(body: Cursor): Layout {
  const version = body.version("a layout", 3, 4);
  const kind = body.uint(1);
  if (kind === 0) return { kind: "whole", bytes: body.take(body.uint(2)) };
  if (kind === 1) {
    const at = body.address();
    const length = body.length();
    return {
      kind: "whole",
      bytes: at === undefinedAddress ? new Uint8Array(0) : body.fork(at, at + length).take(length),
    };
  }
  if (kind !== 2) throw unsupported("a virtual data set");
  return version === 3 ? readTreeLayout(body) : readIndexedLayout(body);
}

function readTreeLayout(body: Cursor): Layout {
  const rank = body.uint(1) - 1;
  const at = body.address();
  const chunk = Array.from({ length: Math.max(0, rank) }, () => positive(body.uint(4)));
  return { kind: "chunked", chunk, index: at === undefinedAddress ? { kind: "none" } : { kind: "tree", at } };
}

function readIndexedLayout(body: Cursor): Layout {
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
    return {
      kind: "chunked",
      chunk,
      index: at < 0 ? { kind: "none" } : { kind: "single", at, bytes, skipped },
    };
  }
  if (type === 3) body.skip(1);
  if (type !== 2 && type !== 3) throw unsupported("a data set that can grow, in the newest format of HDF5");
  const at = body.address();
  if (at < 0) return { kind: "chunked", chunk, index: { kind: "none" } };
  return { kind: "chunked", chunk, index: { kind: type === 2 ? "implicit" : "fixedArray", at } };
}

function positive(length: number): number {
  if (length > 0) return length;
  throw corrupt("a chunk in it has no values");
}
