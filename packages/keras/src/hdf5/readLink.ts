import { unsupported } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";

/** Reads the name and the address in a link message; links that lead elsewhere than to an object of the file are refused, as Keras does. */
export function readLink(body: Cursor): [string, number] {
  body.version("a link", 1);
  const flags = body.uint(1);
  const soft = flags & 8 ? body.uint(1) : 0;
  if (flags & 4) body.skip(8);
  if (flags & 16) body.skip(1);
  const name = body.text(body.uint(2 ** (flags & 3)));
  if (soft !== 0) throw unsupported(`a link to another place, ${name}`);
  return [name, body.address()];
}
