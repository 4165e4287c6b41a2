import { type Cursor, undefinedAddress } from "../bytes/Cursor.ts";
import { unsupported } from "../faults.ts";
import type { Visit } from "./classicLinks.ts";
import { fractalHeap } from "./fractalHeap.ts";
import type { Link, Message } from "./Hdf5Object.ts";
import { linkInfoMessage, linkMessage } from "./messageTypes.ts";
import { treeRecords } from "./treeRecords.ts";

/**
 * The links that messages of a group tell, as newer groups do: in a header of version 1, too, which the first link to another file gives an
 * old group.
 */
export function messageLinks(messages: readonly Message[], visit: Visit): Link[] {
  return messages.flatMap(({ type, body }) => {
    if (type === linkMessage) return [readLink(body)];
    return type === linkInfoMessage ? [...denseLinks(body, visit)] : [];
  });
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
function* denseLinks(body: Cursor, visit: Visit): Generator<Link> {
  body.version("the links of a group", 0);
  if (body.uint(1) & 1) body.skip(8);
  const heapAddress = body.address();
  const treeAddress = body.address();
  if (heapAddress === undefinedAddress) return;
  const heapObject = fractalHeap(body.fork(heapAddress), visit);
  for (const record of treeRecords(body.fork(treeAddress), visit)) {
    record.skip(4); // the hash of the name
    yield readLink(heapObject(record.take(record.end - record.at)));
  }
}
