import { Pen } from "../hdf5/Pen.ts";
import { crc32 } from "./crc32.ts";

/** The first day that a zip archive can name, 1980-01-01: the same model gives the same bytes. */
const date = 0x21;

/** Writes a zip archive whose members are stored as they are, as `.keras` files have them. */
export function writeZip(members: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const pen = new Pen();
  const directory = new Pen();
  for (const [name, bytes] of members) {
    const at = pen.length;
    const nameBytes = new TextEncoder().encode(name);
    const shared = new Pen();
    shared.uint(2, 20).uint(2, 0x800).uint(2, 0).uint(2, 0).uint(2, date); // version, UTF-8, stored, time, date
    shared
      .uint(4, crc32(bytes))
      .uint(4, bytes.length)
      .uint(4, bytes.length)
      .uint(2, nameBytes.length)
      .uint(2, 0);
    pen.uint(4, 0x04034b50).bytes(shared.finish()).bytes(nameBytes).bytes(bytes);
    directory.uint(4, 0x02014b50).uint(2, 20).bytes(shared.finish());
    directory.uint(2, 0).uint(2, 0).uint(2, 0).uint(4, 0).uint(4, at).bytes(nameBytes);
  }
  const at = pen.length;
  pen.bytes(directory.finish());
  pen.uint(4, 0x06054b50).uint(2, 0).uint(2, 0).uint(2, members.size).uint(2, members.size);
  pen.uint(4, directory.length).uint(4, at).uint(2, 0);
  return pen.finish();
}
