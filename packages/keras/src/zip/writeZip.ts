import { Pen } from "../bytes/Pen.ts";
import { crc32 } from "./crc32.ts";
import { endSignature, entrySignature, memberSignature } from "./signatures.ts";

/** The first day that a zip archive can name, 1980-01-01: the same model gives the same bytes. */
const date = 0x21;

/** Writes a zip archive whose members are stored as they are, as `.keras` files have them. */
export function writeZip(members: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(members);
  const pen = new Pen();
  const directory = new Pen();
  for (const [name, bytes] of entries) {
    const at = pen.length;
    const shared = new Pen()
      .uints(2, 20, 0x800, 0, 0, date) // version, UTF-8, stored, time, date
      .uints(4, crc32(bytes), bytes.length, bytes.length)
      .uints(2, name.length, 0)
      .finish();
    pen.text(memberSignature).bytes(shared).text(name).bytes(bytes);
    directory.text(entrySignature).uints(2, 20).bytes(shared);
    directory.uints(2, 0, 0, 0).uints(4, 0, at).text(name);
  }
  const at = pen.length;
  return pen
    .bytes(directory.finish())
    .text(endSignature)
    .uints(2, 0, 0, entries.length, entries.length)
    .uints(4, directory.length, at)
    .uints(2, 0)
    .finish();
}
