import type { Cursor } from "../bytes/Cursor.ts";

/** How the bytes of a value are to be understood: what HDF5 calls the class of a type, its flags, and how many there are. */
export interface Datatype {
  readonly kind: number;
  readonly flags: number;
  readonly bytes: number;
  /** What the message says beyond that. */
  readonly rest: Cursor;
}

/** Reads the start of a data type message. */
export function readDatatype(body: Cursor): Datatype {
  return { kind: body.uint(1) & 15, flags: body.uint(3), bytes: body.uint(4), rest: body };
}
