import type { NdArray } from "@minibatch/datasets";

/**
 * A short text for what each row holds: equal rows have equal ones, and of a million different ones two share theirs with a chance of
 * one in thirty millions.
 */
export function rowKeys({ data, shape }: NdArray): string[] {
  const [rows = 0] = shape;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const width = rows === 0 ? 0 : bytes.length / rows;
  return Array.from({ length: rows }, (_, row) => bytesHash(bytes, row * width, (row + 1) * width));
}

/** Two FNV-1a streams (public domain) of 32 bits each; whoever splits by them mixes them further. */
function bytesHash(bytes: Uint8Array, start: number, end: number): string {
  let [high, low] = [0x811c9dc5, 0x9747b28c];
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte ^ (high >>> 15), 0x01000193);
  }
  return `${(high >>> 0).toString(36)} ${(low >>> 0).toString(36)}`;
}
