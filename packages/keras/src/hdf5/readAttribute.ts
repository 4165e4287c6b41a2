import { type Cursor } from "./Cursor.ts";
import { decodeValues } from "./decodeValues.ts";
import type { Hdf5Array } from "./Hdf5Node.ts";
import { readDataspace, sizeOf } from "./readDataspace.ts";
import { readDatatype } from "./readDatatype.ts";

/** Reads an attribute: its name and its value. */
export function readAttribute(body: Cursor, file: Cursor): readonly [string, Hdf5Array] {
  const version = body.version("an attribute", 1, 2, 3);
  body.skip(1);
  const [nameBytes, typeBytes, spaceBytes] = [body.uint(2), body.uint(2), body.uint(2)];
  if (version === 3) body.skip(1);
  const part = (bytes: number): Cursor => {
    const start = body.at;
    body.skip(version === 1 ? Math.ceil(bytes / 8) * 8 : bytes);
    return body.fork(start, start + bytes);
  };
  const name = part(nameBytes).zeroEnded();
  const type = readDatatype(part(typeBytes));
  const shape = readDataspace(part(spaceBytes));
  const data = decodeValues(body.bytes.subarray(body.at, body.end), sizeOf(shape), type, file);
  return [name, { shape, data }];
}
