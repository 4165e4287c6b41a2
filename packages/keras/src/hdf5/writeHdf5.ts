import { Pen } from "../bytes/Pen.ts";
import type { Hdf5Draft, Hdf5GroupDraft, Hdf5Values } from "./Hdf5Draft.ts";
import { hdf5Signature } from "./hdf5Signature.ts";
import {
  dataspaceMessage,
  datatypeMessage,
  fillValueMessage,
  layoutMessage,
  symbolTableMessage,
} from "./messageTypes.ts";
import { type MessageDraft, shapeMessage, writeHeader } from "./writeHeader.ts";

/** Writes what all attributes of a file need, and gives what makes the messages of those of a group. */
export type WriteAttributes = (
  pen: Pen,
  root: Hdf5GroupDraft,
) => (group: Hdf5GroupDraft) => readonly MessageDraft[];

/** The address of what does not exist. */
const nowhere = -1;

/** A tree of one node has room for 32 lists of names, each of twice the rank that the superblock sets. */
const listsPerTree = 32;

/** The superblock begins a file, and says where it ends and where its root is. */
const superblockBytes = 96;

/** Where a group is, and what lists its names: a tree, and a heap in which they lie; a data set has none. */
interface Place {
  readonly address: number;
  readonly names: readonly [tree: number, heap: number] | undefined;
}

/**
 * Writes an HDF5 file as h5py does for Keras: superblock 0, old groups and headers, each data set in one piece.
 *
 * @param attributes writes those that groups have; without it they are left out
 * @returns the bytes of the file
 */
export function writeHdf5(
  root: Hdf5GroupDraft,
  attributes: WriteAttributes = () => () => [],
): Uint8Array<ArrayBuffer> {
  const leafRank = Math.max(4, Math.ceil(mostChildren(root) / listsPerTree / 2));
  const perList = 2 * leafRank;
  const pen = new Pen().zeros(superblockBytes);
  const attributesOf = attributes(pen, root);
  const superblock = new Pen().bytes([0x89]).text(hdf5Signature).bytes([0, 0, 0, 0, 0, 8, 8, 0]);
  const place = write(root);
  superblock.uints(2, leafRank, 16).uints(4, 0).uints(8, 0, nowhere, pen.length, nowhere);
  writeEntry(superblock, 0, place);
  const bytes = pen.finish();
  bytes.set(superblock.finish());
  return bytes;

  function write(draft: Hdf5Draft): Place {
    return "children" in draft ? writeGroup(draft) : { address: writeDataset(draft), names: undefined };
  }

  function writeGroup(group: Hdf5GroupDraft): Place {
    // Sorted by their bytes, as HDF5 looks for them.
    const entries = [...group.children].sort(([a], [b]) => (a < b ? -1 : 1));
    const texts = new Pen().zeros(8); // the empty name
    const places = entries.map(([name, child]) => {
      const place = write(child);
      const nameOffset = texts.length;
      texts.text(name).zeros(1).align(8);
      return { place, nameOffset };
    });
    const heap = pen.length;
    pen
      .text("HEAP")
      .uints(4, 0)
      .uints(8, texts.length, 1, heap + 32)
      .bytes(texts.finish());

    // In the tree the lists stand between the names that are last before and in them.
    const lists = [0];
    for (let first = 0; first < places.length; first += perList) {
      const listed = places.slice(first, first + perList);
      lists.push(pen.length, listed.at(-1)?.nameOffset ?? 0);
      pen.text("SNOD").uints(2, 1, listed.length);
      for (const { place, nameOffset } of listed) writeEntry(pen, nameOffset, place);
      pen.zeros((perList - listed.length) * 40);
    }
    const tree = pen.length;
    pen
      .text("TREE")
      .uints(2, 0, (lists.length - 1) / 2)
      .uints(8, nowhere, nowhere, ...lists);
    pen.zeros((2 * listsPerTree + 1 - lists.length) * 8);

    const address = writeHeader(pen, [
      [symbolTableMessage, new Pen().uints(8, tree, heap)],
      ...attributesOf(group),
    ]);
    return { address, names: [tree, heap] };
  }

  function writeDataset({ shape, data }: Hdf5Values): number {
    const at = data.length === 0 ? nowhere : pen.length;
    pen.bytes(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).align(8);
    const type = data instanceof Int32Array ? int32 : float32;
    return writeHeader(pen, [
      [dataspaceMessage, shapeMessage(shape)],
      [datatypeMessage, new Pen().bytes(type)],
      [fillValueMessage, new Pen().bytes([2, 2, 2, 1]).uints(4, 0)],
      [layoutMessage, new Pen().bytes([3, 1]).uints(8, at, data.byteLength)],
    ]);
  }
}

/** Writes where the object of a name is; trees and heaps of groups are noted there, too. */
function writeEntry(pen: Pen, nameOffset: number, { address, names }: Place): void {
  pen
    .uints(8, nameOffset, address)
    .uints(4, names ? 1 : 0, 0)
    .uints(8, ...(names ?? [0, 0]));
}

/** The types of values, little-endian. */
const float32 = [0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0];
const int32 = [0x10, 8, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0];

function mostChildren(draft: Hdf5Draft): number {
  if (!("children" in draft)) return 0;
  return Math.max(draft.children.size, ...[...draft.children.values()].map(mostChildren));
}
