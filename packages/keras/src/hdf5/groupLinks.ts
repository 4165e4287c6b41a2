import { corrupt, unsupported } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";
import { denseLinks } from "./denseLinks.ts";
import { maxObjects } from "./limits.ts";
import { type Message, messageTypes } from "./readObjectHeader.ts";
import { readLink } from "./readLink.ts";

/** The names in a group, and where the objects are: of old groups, and of new ones with few or many links. */
export function groupLinks(messages: readonly Message[], file: Cursor): Map<string, number> {
  const links = new Map<string, number>();
  const add = (name: string, address: number): void => {
    if (links.size >= maxObjects) throw corrupt("a group in it has too many names");
    links.set(name, address);
  };
  for (const { type, body } of messages) {
    if (type === messageTypes.symbolTable) {
      const tree = body.address();
      const names = heapData(file.fork(body.address()));
      walkTree(file, tree, names, add, 0);
    } else if (type === messageTypes.link) add(...readLink(body));
    else if (type === messageTypes.linkInfo) for (const link of denseLinks(body, file)) add(...link);
  }
  return links;
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

function walkTree(
  file: Cursor,
  at: number,
  names: Cursor,
  add: (name: string, address: number) => void,
  depth: number,
): void {
  if (depth > 8) throw corrupt("the index of a group does not end");
  const node = file.fork(at);
  node.expect("TREE");
  if (node.uint(1) !== 0) throw corrupt("the index of a group is one of something else");
  const level = node.uint(1);
  const used = node.uint(2);
  node.skip(16);
  for (let i = 0; i < used; i++) {
    node.skip(8);
    const child = node.address();
    if (level > 0) walkTree(file, child, names, add, depth + 1);
    else readNames(file.fork(child), names, add);
  }
}

function readNames(node: Cursor, names: Cursor, add: (name: string, address: number) => void): void {
  node.expect("SNOD");
  node.skip(2);
  const count = node.uint(2);
  for (let i = 0; i < count; i++) {
    const name = names.fork(names.at + node.length(), names.end).zeroEnded();
    const address = node.address();
    if (node.uint(4) === 2) throw unsupported(`a soft link, ${name}`);
    node.skip(20);
    add(name, address);
  }
}
