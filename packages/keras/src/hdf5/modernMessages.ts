import type { Cursor } from "../bytes/Cursor.ts";
import type { Message } from "./Hdf5Object.ts";
import { readBlocks } from "./readBlocks.ts";

/** Reads the messages of an object header of version 2. */
export function modernMessages(header: Cursor): Message[] {
  header.expect("OHDR");
  header.version("an object header", 2);
  const flags = header.uint(1);
  if (flags & 0x20) header.skip(16);
  if (flags & 0x10) header.skip(4);
  const length = header.uint(2 ** (flags & 3));
  // Blocks that continue it stand between "OCHK" and a checksum.
  return readBlocks(header, length, 4, (block) => {
    const head = { type: block.uint(1), size: block.uint(2), flags: block.uint(1) };
    if (flags & 4) block.skip(2);
    return head;
  });
}
