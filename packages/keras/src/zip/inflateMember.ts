import { inflate } from "../inflate.ts";

/** Unzips a member, as a gzip file, which has the same checksum: every runtime unzips that, not all the bare data. */
export function inflateMember(packed: Uint8Array, checksum: number, length: number): Promise<Uint8Array> {
  const gzip = new Uint8Array(packed.length + 18);
  gzip.set([0x1f, 0x8b, 8]);
  gzip.set(packed, 10);
  const tail = new DataView(gzip.buffer, packed.length + 10);
  tail.setUint32(0, checksum, true);
  tail.setUint32(4, length, true);
  return inflate("gzip", gzip, length);
}
