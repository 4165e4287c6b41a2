import type { Cursor } from "../bytes/Cursor.ts";
import { classicLinks, type Visit } from "./classicLinks.ts";
import type { Hdf5Object } from "./Hdf5Object.ts";
import { readBlocks } from "./readBlocks.ts";

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
