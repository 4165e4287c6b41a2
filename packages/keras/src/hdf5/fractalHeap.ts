import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import type { Visit } from "./classicLinks.ts";

/**
 * Reads the head of a fractal heap, and gives what finds an object in it by its id: blocks that double in size, row by row, and beyond a size
 * tables of such blocks (HDF5 File Format Specification 3.0, III.G).
 */
export function fractalHeap(head: Cursor, visit: Visit): (id: Uint8Array) => Cursor {
  head.expect("FRHP");
  head.skip(1 + 2); // version, length of an id
  if (head.uint(2) !== 0) throw unsupported("a zipped index");
  head.skip(1 + 4 + 8 * 12); // flags, largest object, counters
  const width = head.uint(2);
  const firstBytes = head.length();
  const largestBytes = head.length();
  const offsetBytes = Math.ceil(head.uint(2) / 8);
  head.skip(2);
  const root = head.address();
  const rows = head.uint(2);
  const lengthBytes = Math.ceil(Math.log2(largestBytes) / 8);

  /** The blocks: where each starts in the heap, and in the file. */
  const blocks: { readonly start: number; readonly bytes: number; readonly at: number }[] = [];
  // A table of more would hold more bytes than an address reaches.
  if (rows > 64) throw corrupt("the heap of a group does not end");
  if (rows === 0) blocks.push({ start: 0, bytes: firstBytes, at: root });
  else listBlocks(root, rows, 0);

  function listBlocks(at: number, rows: number, first: number): void {
    visit(at);
    const table = head.fork(at);
    table.expect("FHIB");
    table.skip(1 + 8 + offsetBytes);
    for (let row = 0, start = first; row < rows; row++) {
      const bytes = firstBytes * 2 ** Math.max(0, row - 1);
      for (let i = 0; i < width; i++, start += bytes) {
        const child = table.address();
        if (child === undefinedAddress) continue;
        if (bytes <= largestBytes) blocks.push({ start, bytes, at: child });
        // As many rows as hold so many bytes: each row behind the first doubles what a table holds.
        else listBlocks(child, Math.log2(bytes / (firstBytes * width)) + 1, start);
      }
    }
  }

  return (id) => {
    const key = head.fork(0);
    const number = (from: number, count: number) =>
      id.subarray(from, from + count).reduceRight((value, byte) => value * 256 + byte, 0);
    if ((id[0] ?? 0) & 0x30) throw unsupported("an object too large for its index");
    const offset = number(1, offsetBytes);
    const length = number(1 + offsetBytes, lengthBytes);
    const block = blocks.find(({ start, bytes }) => offset >= start && offset < start + bytes);
    if (block === undefined || block.at === undefinedAddress) throw corrupt("its index points to nothing");
    const at = block.at + offset - block.start;
    return key.fork(at, at + length);
  };
}
