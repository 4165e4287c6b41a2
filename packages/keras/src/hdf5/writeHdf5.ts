import { Pen } from "./Pen.ts";
import { type TextHeap, writeTextHeap } from "./textHeap.ts";
import { type AttributeDrafts, writeMessages } from "./writeMessages.ts";

/** What to write for a name: a group with what is in it, or the values of a data set. */
export type Hdf5Draft = Hdf5GroupDraft | Hdf5Values;

/** A group to write. */
export interface Hdf5GroupDraft {
  readonly attributes?: AttributeDrafts;
  readonly children: ReadonlyMap<string, Hdf5Draft>;
}

/** Values to write, row-major. */
export interface Hdf5Values {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** The address of what does not exist. */
const nowhere = 0xffff_ffff_ffff_ffffn;

/** A tree of one node has room for 32 lists of names, each of twice the rank that the superblock sets. */
const listsPerTree = 32;

/**
 * Writes an HDF5 file as h5py does for Keras: superblock 0, old groups and headers, each data set in one piece.
 *
 * @returns the bytes of the file
 */
export function writeHdf5(root: Hdf5GroupDraft): Uint8Array<ArrayBuffer> {
  const leafRank = Math.max(4, Math.ceil(mostChildren(root) / listsPerTree / 2));
  const pen = new Pen();
  pen.bytes([0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]);
  pen.bytes([0, 0, 0, 0, 0, 8, 8, 0]);
  pen.uint(2, leafRank).uint(2, 16).uint(4, 0);
  pen.word(0).word(nowhere);
  const end = pen.reserve(8);
  pen.word(nowhere);
  pen.word(0); // the root has no name
  const rootEntry = pen.reserve(8 + 4 + 4 + 16);
  const { address, tree, heap } = writeGroup(pen, writeTextHeap(pen, textsIn(root)), root, leafRank);
  pen.patch(rootEntry, (at) => at.word(address).uint(4, 1).uint(4, 0).word(tree).word(heap));
  const length = pen.length;
  pen.patch(end, (at) => at.word(length));
  return pen.finish();
}

function mostChildren({ children }: Hdf5GroupDraft): number {
  const groups = [...children.values()].filter((child): child is Hdf5GroupDraft => "children" in child);
  return groups.reduce((most, group) => Math.max(most, mostChildren(group)), children.size);
}

function* textsIn({ attributes = {}, children }: Hdf5GroupDraft): Generator<string> {
  yield* Object.values(attributes).flat();
  for (const child of children.values()) if ("children" in child) yield* textsIn(child);
}

interface Place {
  readonly address: number;
  readonly tree: number;
  readonly heap: number;
}

function writeGroup(
  pen: Pen,
  texts: TextHeap,
  { attributes = {}, children }: Hdf5GroupDraft,
  leafRank: number,
): Place {
  // Sorted by their bytes, as HDF5 looks for them.
  const names = [...children.keys()].sort((a, b) => (a < b ? -1 : 1));
  const places = names.map((name) => {
    const child = children.get(name) as Hdf5Draft;
    return "children" in child
      ? writeGroup(pen, texts, child, leafRank)
      : { address: writeDataset(pen, texts, child), tree: -1, heap: -1 };
  });
  const nameOffsets: number[] = [];
  const nameTexts = new Pen();
  nameTexts.word(0); // the empty name
  for (const name of names) {
    nameOffsets.push(nameTexts.length);
    nameTexts.text(name).zeros(1).align(8);
  }
  const heap = pen.length;
  pen.text("HEAP").uint(4, 0).word(nameTexts.length).word(1);
  pen.word(pen.length + 8).bytes(nameTexts.finish());

  const perList = 2 * leafRank;
  const lists = Array.from({ length: Math.ceil(names.length / perList) }, (_, list) => {
    const at = pen.length;
    const entries = places.slice(list * perList, (list + 1) * perList);
    pen.text("SNOD").uint(2, 1).uint(2, entries.length);
    entries.forEach((place, i) => {
      const group = place.tree >= 0;
      pen
        .word(nameOffsets[list * perList + i] ?? 0)
        .word(place.address)
        .uint(4, group ? 1 : 0)
        .uint(4, 0);
      pen.word(Math.max(0, place.tree)).word(Math.max(0, place.heap));
    });
    pen.zeros((perList - entries.length) * 40);
    return at;
  });
  const tree = pen.length;
  pen.text("TREE").uint(2, 0).uint(2, lists.length).word(nowhere).word(nowhere).word(0);
  lists.forEach((at, list) => {
    pen.word(at).word(nameOffsets[Math.min((list + 1) * perList, names.length) - 1] ?? 0);
  });
  pen.zeros((listsPerTree - lists.length) * 16);

  const address = writeMessages(pen, texts, attributes, [
    { type: 0x11, write: (body) => body.word(tree).word(heap) },
  ]);
  return { address, tree, heap };
}

function writeDataset(pen: Pen, texts: TextHeap, { shape, data }: Hdf5Values): number {
  const at = data.length === 0 ? nowhere : pen.length;
  pen.bytes(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).align(8);
  return writeMessages(pen, texts, {}, [
    { type: 0x01, write: (body) => body.shape(shape) },
    { type: 0x03, write: (body) => (data instanceof Int32Array ? body.int32() : body.float32()) },
    { type: 0x05, write: (body) => body.bytes([2, 2, 2, 1]).uint(4, 0) },
    { type: 0x08, write: (body) => body.bytes([3, 1]).word(at).word(data.byteLength) },
  ]);
}
