import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt } from "../faults.ts";
import type { Visit } from "./classicLinks.ts";

/** Bytes of a node around what it lists: a signature, a version, a type and a checksum. */
const frameBytes = 10;

/** Nodes at some height above the leaves. */
interface Level {
  /** Records that one has with all below it, at most. */
  readonly most: number;
  /** Bytes that tell how many it has, where it stands in the one above; leaves say nothing beyond their own number. */
  readonly totalBytes: number;
}

/**
 * Goes through the records of a B-tree of version 2, of which a node tells how many its children have (HDF5 File Format Specification 3.0,
 * III.A.2).
 */
export function* treeRecords(head: Cursor, visit: Visit): Generator<Cursor> {
  head.expect("BTHD");
  head.skip(2); // version, type
  const nodeBytes = head.uint(4);
  const recordBytes = head.uint(2);
  const height = head.uint(2);
  head.skip(2); // how full a node is before it is split or joined
  const root = head.address();
  const count = head.uint(2);

  const leafRecords = Math.floor((nodeBytes - frameBytes) / recordBytes);
  if (!(leafRecords > 0)) throw corrupt("the index of a group has no room");
  const countBytes = bytesOf(leafRecords);
  let below: Level = { most: leafRecords, totalBytes: 0 };
  const levels = [below];
  while (levels.length <= height) {
    const childBytes = 8 + countBytes + below.totalBytes;
    const records = Math.floor((nodeBytes - frameBytes - childBytes) / (recordBytes + childBytes));
    const most = records + (records + 1) * below.most;
    if (!(records > 0 && Number.isSafeInteger(most))) throw corrupt("the index of a group does not end");
    below = { most, totalBytes: bytesOf(most) };
    levels.push(below);
  }
  yield* recordsOf(root, count, height);

  function* recordsOf(at: number, count: number, level: number): Generator<Cursor> {
    visit(at);
    const node = head.fork(at);
    node.expect(level > 0 ? "BTIN" : "BTLF");
    node.skip(2);
    for (let i = 0; i < count; i++) {
      const start = node.at;
      node.skip(recordBytes);
      yield head.fork(start, node.at);
    }
    const below = levels[level - 1];
    if (below === undefined) return;
    for (let i = 0; i <= count; i++) {
      const child = node.address();
      const childCount = node.uint(countBytes);
      node.skip(below.totalBytes);
      yield* recordsOf(child, childCount, level - 1);
    }
  }
}

/** Bytes that a whole number up to the largest one takes. */
function bytesOf(largest: number): number {
  let bytes = 1;
  while (256 ** bytes <= largest) bytes++;
  return bytes;
}
