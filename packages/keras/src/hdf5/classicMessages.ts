import type { Cursor } from "../bytes/Cursor.ts";
import type { Message } from "./Hdf5Object.ts";
import { readBlocks } from "./readBlocks.ts";

/** Reads the messages of an object header of version 1. */
export function classicMessages(header: Cursor): Message[] {
  header.version("an object header", 1);
  header.skip(1 + 2 + 4); // The number of messages and of references: the blocks themselves say where they end.
  const length = header.uint(4);
  header.skip(4);
  return readBlocks(header, length, 0, (block) => {
    const head = { type: block.uint(2), size: block.uint(2), flags: block.uint(1) };
    block.skip(3);
    return head;
  });
}
