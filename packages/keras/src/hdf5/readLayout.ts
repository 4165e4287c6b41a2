import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { unsupported } from "../faults.ts";
import type { ChunkedShape } from "./readChunks.ts";

/**
 * Reads the bytes that a layout message tells the place of: in the message itself, in one piece, or in chunks. Values that were never
 * written are zero.
 *
 * @param chunked what chunks need to know, and values that are nowhere
 */
export async function readLayout(body: Cursor, chunked: ChunkedShape): Promise<Uint8Array> {
  const version = body.version("a layout", 3, 4);
  const kind = body.uint(1);
  if (kind === 0) return body.take(body.uint(2));
  if (kind === 1) {
    const at = body.address();
    if (at === undefinedAddress) return new Uint8Array(chunked.bytes);
    return body.fork(at).take(body.length());
  }
  if (kind !== 2) throw unsupported("a virtual data set");
  const { readChunks } = await import("./readChunks.ts");
  return readChunks(body, version, chunked);
}
