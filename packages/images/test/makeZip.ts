import { deflateRawSync } from "node:zlib";
import { crc32 } from "@minibatch/datasets";

/**
 * Zips files, each packed or stored in turn; `undefined` is a folder.
 *
 * @param wide as archives of more than 4 GiB are: sizes and places in fields of 64 bits
 */
export function makeZip(
  files: Readonly<Record<string, Uint8Array | string | undefined>>,
  wide = false,
): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, [path, content]] of Object.entries(files).entries()) {
    const name = Buffer.from(content === undefined ? `${path}/` : path);
    const bytes = Buffer.from(content ?? "");
    const deflated = index % 2 === 0 && content !== undefined;
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(deflated ? 8 : 0, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    if (wide) {
      const extra = Buffer.alloc(28);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const [place, value] of [bytes.length, packed.length, at].entries()) {
        extra.writeBigUInt64LE(BigInt(value), 4 + place * 8);
      }
      const narrow = Buffer.from(fields);
      narrow.fill(0xff, 14, 22);
      narrow.writeUInt16LE(extra.length, 24);
      tail.fill(0xff, 10);
      directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x2d\0", "latin1"), narrow, tail, name, extra]));
    } else directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, tail, name]));
    local.push(header);
    at += header.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  if (!wide) return new Uint8Array(Buffer.concat([...local, listed, end]));
  end.fill(0xff, 8, 20);
  const record = Buffer.alloc(56);
  record.write("PK\x06\x06", 0, "latin1");
  for (const [place, value] of [directory.length, directory.length, listed.length, at].entries()) {
    record.writeBigUInt64LE(BigInt(value), 24 + place * 8);
  }
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(BigInt(at + listed.length), 8);
  return new Uint8Array(Buffer.concat([...local, listed, record, locator, end]));
}
