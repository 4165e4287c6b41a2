import { unsupported } from "../faults.ts";
import type { Cursor } from "./Cursor.ts";

/** How the bytes of one value are to be understood. */
export type Datatype =
  | {
      readonly kind: "float" | "bfloat16" | "signed" | "unsigned";
      readonly bytes: number;
      readonly bigEndian: boolean;
    }
  | { readonly kind: "text"; readonly bytes: number }
  | { readonly kind: "variableText"; readonly bytes: number };

const widths = { float: [2, 4, 8], integer: [1, 2, 4, 8] };

/** Reads a data type message: numbers, and texts of fixed or variable length. */
export function readDatatype(body: Cursor): Datatype {
  const head = body.uint(1);
  const flags = body.uint(3);
  const bytes = body.uint(4);
  const bigEndian = (flags & 1) === 1;
  const name = head & 15;
  if (name === 0 && widths.integer.includes(bytes)) {
    return { kind: flags & 8 ? "signed" : "unsigned", bytes, bigEndian };
  }
  if (name === 1 && widths.float.includes(bytes)) return { kind: "float", bytes, bigEndian };
  if (name === 3) return { kind: "text", bytes };
  // h5py stores the bfloat16 of JAX and TensorFlow as two bytes that mean nothing to HDF5.
  if (name === 5 && bytes === 2) return { kind: "bfloat16", bytes, bigEndian: false };
  if (name === 8) return readDatatype(body); // An enumeration, NumPy's bool, lies in its base type.
  if (name === 9 && (flags & 15) === 1) return { kind: "variableText", bytes };
  throw unsupported(`values of the HDF5 type ${name} with ${bytes} bytes`);
}
