import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { unsupported } from "../faults.ts";
import { fractalHeap } from "./fractalHeap.ts";
import type { Hdf5Object, Link } from "./Hdf5Object.ts";
import { linkInfoMessage, linkMessage } from "./messageTypes.ts";
import { readBlocks } from "./readBlocks.ts";

/** Reads an object header of version 2, which lists the links of a group itself, or tells the place of very many. */
export function readModernObject(header: Cursor): Hdf5Object {
  header.expect("OHDR");
  header.version("an object header", 2);
  const flags = header.uint(1);
  if (flags & 0x20) header.skip(16);
  if (flags & 0x10) header.skip(4);
  const length = header.uint(2 ** (flags & 3));
  // Blocks that continue it stand between "OCHK" and a checksum.
  const messages = readBlocks(header, length, 4, (block) => {
    const head = { type: block.uint(1), size: block.uint(2), flags: block.uint(1) };
    if (flags & 4) block.skip(2);
    return head;
  });
  const links = messages.flatMap(({ type, body }) => {
    if (type === linkMessage) return [readLink(body)];
    return type === linkInfoMessage ? [...denseLinks(body)] : [];
  });
  return { messages, links };
}

/** Reads a link message; links that lead elsewhere than to an object of the file are refused, as Keras does. */
function readLink(body: Cursor): Link {
  body.version("a link", 1);
  const flags = body.uint(1);
  const soft = flags & 8 ? body.uint(1) : 0;
  if (flags & 4) body.skip(8);
  if (flags & 16) body.skip(1);
  const name = body.text(body.uint(2 ** (flags & 3)));
  if (soft !== 0) throw unsupported(`a link to another place, ${name}`);
  return [name, body.address()];
}

/** The links of a group that has too many of them for its header: they lie in a heap, and a B-tree lists them. */
function* denseLinks(body: Cursor): Generator<Link> {
  body.version("the links of a group", 0);
  if (body.uint(1) & 1) body.skip(8);
  const heapAddress = body.address();
  const treeAddress = body.address();
  if (heapAddress === undefinedAddress) return;
  const heapObject = fractalHeap(body.fork(heapAddress));
  const tree = body.fork(treeAddress);
  tree.expect("BTHD");
  tree.skip(2 + 4); // version, type, size of a node
  const recordBytes = tree.uint(2);
  if (tree.uint(2) !== 0) throw unsupported("a group of some hundred objects in the newest format of HDF5");
  tree.skip(2);
  const leaf = body.fork(tree.address());
  const count = tree.uint(2);
  leaf.expect("BTLF");
  leaf.skip(2);
  for (let i = 0; i < count; i++) {
    leaf.skip(4); // the hash of the name
    yield readLink(heapObject(leaf.take(recordBytes - 4)));
  }
}
