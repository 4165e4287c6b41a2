import { crc32 } from "../src/formats/crc32.ts";
import type { NdArray } from "../src/NdArray.ts";

/** An `.npz` file as `numpy.savez` lays it out, of arrays of bytes or doubles. */
export function makeNpz(arrays: Readonly<Record<string, NdArray>>): Uint8Array {
  const members = Object.entries(arrays).map(([name, array]) => ({
    name: Buffer.from(`${name}.npy`),
    bytes: makeNpy(array),
  }));
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

function makeNpy({ data, shape }: NdArray): Uint8Array {
  const type = data instanceof Uint8Array ? "|u1" : "<f8";
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.map((n) => `${n},`).join(" ")}), }`;
  const padded = `${header.padEnd(117)}\n`;
  const start = Buffer.from([0x93, 78, 85, 77, 80, 89, 1, 0, padded.length, 0]);
  return Buffer.concat([
    start,
    Buffer.from(padded),
    new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  ]);
}
