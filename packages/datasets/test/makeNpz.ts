import type { NdArray } from "../src/NdArray.ts";
import { makeZip } from "./makeZip.ts";

/** An `.npz` file as `numpy.savez` lays it out, of arrays of bytes or doubles. */
export function makeNpz(arrays: Readonly<Record<string, NdArray>>): Uint8Array {
  return makeZip(
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${name}.npy`, makeNpy(array)])),
  );
}

/** An `.npy` file of bytes or doubles. */
export function makeNpy({ data, shape }: NdArray): Uint8Array {
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
