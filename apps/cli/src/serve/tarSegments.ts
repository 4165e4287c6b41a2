import type { Segment } from "./Segment.ts";

const BLOCK = 512;

/** A file to pack. */
export interface TarMember {
  /** At most 100 characters. */
  readonly name: string;
  readonly contents: Segment;
}

/**
 * A tar archive of files that are not read before they are asked for: the same files give the same bytes at every request, so
 * that a download can be resumed.
 */
export function tarSegments(members: readonly TarMember[]): Segment[] {
  const packed = members.flatMap(({ name, contents }) => [
    known(tarHeader(name, contents.length)),
    contents,
    known(new Uint8Array((BLOCK - (contents.length % BLOCK)) % BLOCK)),
  ]);
  return [...packed, known(new Uint8Array(2 * BLOCK))];
}

/** The size of the archive that {@link tarSegments} makes of files of these sizes. */
export function tarBytes(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + BLOCK + Math.ceil(size / BLOCK) * BLOCK, 2 * BLOCK);
}

function known(bytes: Uint8Array): Segment {
  return { length: bytes.length, read: () => Promise.resolve(bytes) };
}

function tarHeader(name: string, size: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => header.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(size, 11));
  put(136, octal(0, 11));
  // While the checksum is taken, its own place holds spaces.
  put(148, " ".repeat(8));
  put(156, "0");
  put(257, "ustar\u{0}00");
  put(
    148,
    `${octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
  );
  return header;
}
