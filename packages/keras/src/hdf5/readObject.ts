import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import { classicLinks, type Link, type Visit } from "./classicLinks.ts";
import { continuationMessage, datatypeMessage } from "./messageTypes.ts";

/** What an object says of itself: a data set's shape, a group's links, an attribute. */
export interface Message {
  readonly type: number;
  readonly body: Cursor;
}

/** A group or a data set, as its header describes it. */
export interface Hdf5Object {
  readonly messages: readonly Message[];
  /** What is in a group. */
  readonly links: readonly Link[];
}

/** A block holds messages; more of them than this is no header of a model. */
const maxMessages = 100_000;

/** Reads the header of the object at `at`, in both versions. */
export async function readObject(file: Cursor, at: number, visit: Visit): Promise<Hdf5Object> {
  const header = file.fork(at);
  if (file.bytes[at] === 0x4f /* "O" of "OHDR" */) {
    const { readModernObject } = await import("./readModernObject.ts");
    return readModernObject(header);
  }
  header.version("an object header", 1);
  header.skip(1 + 2 + 4); // The number of messages and of references: the blocks themselves say where they end.
  const length = header.uint(4);
  header.skip(4);
  const messages = readBlocks(header, length, 0, (block) => {
    const head = { type: block.uint(2), size: block.uint(2), flags: block.uint(1) };
    block.skip(3);
    return head;
  });
  return { messages, links: classicLinks(messages, file, visit) };
}

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
  const seen = new Set<number>();
  for (const block of blocks) {
    // What is shorter than the smallest message is a gap.
    while (block.at + 8 <= block.end || (block.at + 4 <= block.end && block.bytes[block.at] !== 0)) {
      const { type, size, flags } = readHead(block);
      const body = file.fork(block.at, Math.min(block.at + size, block.end));
      block.skip(size);
      if (type === continuationMessage) {
        const start = body.address();
        if (seen.has(start) || messages.length > maxMessages) throw corrupt("an object header does not end");
        seen.add(start);
        blocks.push(file.fork(start + frame, start + body.length() - frame));
      } else if (flags & 2 && type === datatypeMessage) {
        throw unsupported("a data type that several data sets share");
      } else messages.push({ type, body });
    }
  }
  return messages;
}
