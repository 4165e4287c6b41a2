import { unsupported } from "../faults.ts";
import { type Cursor, undefinedAddress } from "./Cursor.ts";
import { fractalHeap } from "./fractalHeap.ts";
import { readLink } from "./readLink.ts";

/** The links of a new-style group that has too many of them for its header: they lie in a heap, and a B-tree lists them. */
export function* denseLinks(body: Cursor, file: Cursor): Generator<[string, number]> {
  body.version("the links of a group", 0);
  if (body.uint(1) & 1) body.skip(8);
  const heapAddress = body.address();
  const treeAddress = body.address();
  if (heapAddress === undefinedAddress) return;
  const heapObject = fractalHeap(file.fork(heapAddress));
  const tree = file.fork(treeAddress);
  tree.expect("BTHD");
  tree.skip(2 + 4); // version, type, size of a node
  const recordBytes = tree.uint(2);
  if (tree.uint(2) !== 0) throw unsupported("a group of some hundred objects in the newest format of HDF5");
  tree.skip(2);
  const leaf = file.fork(tree.address());
  const count = tree.uint(2);
  leaf.expect("BTLF");
  leaf.skip(2);
  for (let i = 0; i < count; i++) {
    leaf.skip(4); // the hash of the name
    yield readLink(heapObject(leaf.take(recordBytes - 4)));
  }
}
