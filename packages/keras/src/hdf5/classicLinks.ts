import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import type { Link, Message } from "./Hdf5Object.ts";
import { symbolTableMessage } from "./messageTypes.ts";

/** Is told of each part of a file before it is read, and refuses to go to one twice. */
export type Visit = (at: number) => void;

/** Lists what is in a group: a tree and a heap of names, which a message tells the places of. */
export function classicLinks(messages: readonly Message[], file: Cursor, visit: Visit): Link[] {
  const body = messages.find(({ type }) => type === symbolTableMessage)?.body;
  if (body === undefined) return [];
  const tree = file.fork(body.address());
  return [...treeLinks(tree, heapData(file.fork(body.address())), visit)];
}

/** The part of a local heap in which the names lie. */
function heapData(heap: Cursor): Cursor {
  heap.expect("HEAP");
  heap.skip(4);
  const length = heap.length();
  heap.skip(8);
  const at = heap.address();
  return heap.fork(at, at + length);
}

/** Goes through the nodes of a tree, whose leaves are lists of names. */
function* treeLinks(
  node: Cursor,
  names: Cursor,
  visit: Visit,
  below = Number.POSITIVE_INFINITY,
): Generator<Link> {
  visit(node.at);
  node.expect("TREE\0"); // 0 for groups
  const level = node.uint(1);
  if (level >= below) throw corrupt("the index of a group does not end");
  const used = node.uint(2);
  node.skip(16);
  for (let i = 0; i < used; i++) {
    node.skip(8);
    const child = node.fork(node.address());
    if (level > 0) yield* treeLinks(child, names, visit, level);
    else yield* listedLinks(child, names, visit);
  }
}

function* listedLinks(list: Cursor, names: Cursor, visit: Visit): Generator<Link> {
  visit(list.at);
  list.expect("SNOD");
  list.skip(2);
  for (let left = list.uint(2); left > 0; left--) {
    const name = names.fork(names.at + list.length(), names.end).zeroEnded();
    const address = list.address();
    if (list.uint(4) === 2) throw unsupported(`a soft link, ${name}`);
    list.skip(20);
    yield [name, address];
  }
}
