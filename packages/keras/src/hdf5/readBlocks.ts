import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import type { Message } from "./Hdf5Object.ts";
import { continuationMessage, datatypeMessage } from "./messageTypes.ts";

/** Blocks and messages in them; more than this is no header of a model, but one that leads back to itself. */
const maxParts = 100_000;

/**
 * Goes through the first block of messages, at the cursor, and through those that continue it.
 *
 * @param frame the bytes before and after the messages of a block that continues
 */
export function readBlocks(
  file: Cursor,
  length: number,
  frame: number,
  readHead: (block: Cursor) => { readonly type: number; readonly size: number; readonly flags: number },
): Message[] {
  const messages: Message[] = [];
  const blocks = [file.fork(file.at, file.at + length)];
  for (const block of blocks) {
    // What is shorter than the smallest message is a gap.
    while (block.at + 8 <= block.end || (block.at + 4 <= block.end && block.bytes[block.at] !== 0)) {
      const { type, size, flags } = readHead(block);
      const body = file.fork(block.at, block.at + size);
      block.skip(size);
      if (type === continuationMessage) {
        if (blocks.length + messages.length > maxParts) throw corrupt("an object header does not end");
        const start = body.address();
        blocks.push(file.fork(start + frame, start + body.length() - frame));
      } else if (flags & 2 && type === datatypeMessage) {
        throw unsupported("a shared data type");
      } else messages.push({ type, body });
    }
  }
  return messages;
}
