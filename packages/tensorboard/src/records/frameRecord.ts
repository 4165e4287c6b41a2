import { crc32c } from "./crc32c.ts";

/**
 * Puts a record into the frame of a TFRecord file: its length, a checksum of the length, the bytes, a checksum of the bytes.
 *
 * The frame is one piece, to be appended by one write: of a program that is killed, readers see whole records and at most a last one that is cut off, which
 * they leave out.
 */
export function frameRecord(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(bytes.length + 16);
  const view = new DataView(frame.buffer);
  view.setBigUint64(0, BigInt(bytes.length), true);
  view.setUint32(8, masked(frame.subarray(0, 8)), true);
  frame.set(bytes, 12);
  view.setUint32(12 + bytes.length, masked(bytes), true);
  return frame;
}

/** A checksum that is stored beside what it is of is masked, so that checksums of checksums stay good (tsl/lib/hash/crc32c.h). */
function masked(bytes: Uint8Array): number {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
