import { corrupt, unsupported } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";

/** The messages of an object header that are read, by their numbers in the format. */
export const messageTypes = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

/** What an object says of itself: a data set's shape, a group's links, an attribute. */
export interface Message {
  readonly type: number;
  readonly body: Cursor;
}

/** A block holds messages; more of them than this is no header of a model. */
const maxMessages = 100_000;

/** Lists the messages of the object at `at`, in headers of both versions. */
export function readObjectHeader(file: Cursor, at: number): Message[] {
  const start = file.fork(at);
  const modern = start.uint(1) === 0x4f; // "O" of "OHDR"
  if (!modern) start.at = at;
  return modern ? readModern(file.fork(at)) : readClassic(start);
}

function readClassic(header: Cursor): Message[] {
  header.version("an object header", 1);
  header.skip(1);
  header.skip(2 + 4); // The number of messages and of references: the blocks themselves say where they end.
  const length = header.uint(4);
  header.skip(4);
  return readBlocks(header, header.at, length, (block) => {
    const type = block.uint(2);
    const size = block.uint(2);
    const flags = block.uint(1);
    block.skip(3);
    return { type, size, flags };
  });
}

function readModern(header: Cursor): Message[] {
  header.expect("OHDR");
  header.version("an object header", 2);
  const flags = header.uint(1);
  if (flags & 0x20) header.skip(16);
  if (flags & 0x10) header.skip(4);
  const length = header.uint(2 ** (flags & 3));
  return readBlocks(header, header.at, length, (block) => {
    const type = block.uint(1);
    const size = block.uint(2);
    const messageFlags = block.uint(1);
    if (flags & 4) block.skip(2);
    return { type, size, flags: messageFlags };
  });
}

/** Goes through the first block and through those that continue it. */
function readBlocks(
  file: Cursor,
  at: number,
  length: number,
  readHead: (block: Cursor) => { readonly type: number; readonly size: number; readonly flags: number },
): Message[] {
  const messages: Message[] = [];
  const blocks = [{ at, end: at + length }];
  const seen = new Set([at]);
  for (const block of blocks) {
    const cursor = file.fork(block.at, block.end);
    // What is shorter than the smallest message is a gap.
    while (cursor.at + 8 <= block.end || (cursor.at + 4 <= block.end && cursor.bytes[cursor.at] !== 0)) {
      const { type, size, flags } = readHead(cursor);
      const body = file.fork(cursor.at, Math.min(cursor.at + size, block.end));
      cursor.skip(size);
      if (messages.length >= maxMessages) throw corrupt("an object of it has too many messages");
      if (type === messageTypes.continuation) {
        const next = continuation(body);
        if (seen.has(next.at)) throw corrupt("an object header continues in itself");
        seen.add(next.at);
        blocks.push(next);
      } else if (flags & 2 && type === messageTypes.datatype) {
        throw unsupported("a data type that several data sets share");
      } else messages.push({ type, body });
    }
  }
  return messages;
}

function continuation(body: Cursor): { at: number; end: number } {
  const at = body.address();
  const end = at + body.length();
  const block = body.fork(at, end);
  const modern = block.uint(4) === 0x4b48434f; // "OCHK", with a checksum at its end
  return modern ? { at: at + 4, end: end - 4 } : { at, end };
}
