import type { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";

/** The axes of a data set: HDF5's own limit. */
const maxRank = 32;

/** Reads the shape of a data set or an attribute; none for a null space. */
export function readDataspace(body: Cursor): number[] {
  const version = body.version("a shape", 1, 2);
  const rank = body.uint(1);
  body.skip(1);
  const empty = body.uint(1) === 2 && version === 2;
  if (version === 1) body.skip(4);
  if (empty) return [0];
  if (rank > maxRank) throw corrupt(`an array has ${rank} axes`);
  return Array.from({ length: rank }, () => body.length());
}

/** How many values an array of this shape has. */
export function sizeOf(shape: readonly number[]): number {
  const size = shape.reduce((product, length) => product * length, 1);
  if (Number.isSafeInteger(size)) return size;
  throw unsupported(`an array of the shape [${shape.join(", ")}]`);
}
