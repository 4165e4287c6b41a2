import { crc32 } from "../src/formats/crc32.ts";

/** A zip archive of stored members. */
export function makeZip(contents: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const members = Object.entries(contents).map(([name, bytes]) => ({ name: Buffer.from(name), bytes }));
  let offset = 0;
  const directory: Uint8Array[] = [];
  const files = members.flatMap(({ name, bytes }) => {
    // What both headers share: version to common flags, method, time, checksum, both sizes, the length of the name.
    const shared = new DataView(new ArrayBuffer(26));
    shared.setUint16(0, 20, true);
    shared.setUint32(10, crc32(bytes), true);
    shared.setUint32(14, bytes.length, true);
    shared.setUint32(18, bytes.length, true);
    shared.setUint16(22, name.length, true);
    const at = new DataView(new ArrayBuffer(14));
    at.setUint32(10, offset, true);
    const header = new Uint8Array(shared.buffer);
    directory.push(signature(1, 2), new Uint8Array([20, 0]), header, new Uint8Array(at.buffer), name);
    offset += 30 + name.length + bytes.length;
    return [signature(3, 4), header, name, bytes];
  });
  const central = Buffer.concat(directory);
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, members.length, true);
  end.setUint16(6, members.length, true);
  end.setUint32(8, central.length, true);
  end.setUint32(12, offset, true);
  return new Uint8Array(Buffer.concat([...files, central, signature(5, 6), new Uint8Array(end.buffer)]));
}

function signature(third: number, fourth: number): Uint8Array {
  return new Uint8Array([0x50, 0x4b, third, fourth]);
}
