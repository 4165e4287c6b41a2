import { DatasetError } from "../DatasetError.ts";

/** A member of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: number;
  /** What it holds, piece by piece; what is not read is skipped. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

const blockBytes = 512;

/** More members than any dataset of ours. */
const maxEntries = 10_000;

/** Larger than any member that we know; a header may promise 8 GiB. */
const maxEntryBytes = 2 ** 31;

/**
 * Reads a tar archive while it arrives, member by member; only plain files are given out.
 *
 * @throws {DatasetError} `INVALID_FORMAT` when the bytes are no tar archive or end too early, `LIMIT_EXCEEDED` for a member of more
 * than 2 GiB or more than 10,000 members
 */
export async function* readTar(archive: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const source = archive[Symbol.asyncIterator]();
  let rest = new Uint8Array(0);

  async function* take(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      while (rest.length === 0) {
        const { done, value } = await source.next();
        if (done) throw new DatasetError("INVALID_FORMAT", `The tar archive ends ${left} bytes too early`);
        rest = value as Uint8Array<ArrayBuffer>;
      }
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async function* counted(bytes: number, onTaken: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    for await (const piece of take(bytes)) {
      onTaken(piece.length);
      yield piece;
    }
  }

  try {
    for (let count = 0; ; count++) {
      const header = await gather(take(blockBytes), blockBytes);
      if (header.every((byte) => byte === 0)) return;
      if (count === maxEntries) {
        throw new DatasetError("LIMIT_EXCEEDED", `The tar archive has more than ${maxEntries} members`);
      }
      const { name, bytes, isFile } = readHeader(header);
      let taken = 0;
      const pieces = counted(bytes, (length) => {
        taken += length;
      });
      if (isFile) yield { name, bytes, pieces };
      for await (const _ of take(Math.ceil(bytes / blockBytes) * blockBytes - taken)) continue;
    }
  } finally {
    await source.return?.();
  }
}

/** All of `pieces` in one array of `bytes`. */
async function gather(pieces: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array> {
  const whole = new Uint8Array(bytes);
  let filled = 0;
  for await (const piece of pieces) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}

function readHeader(header: Uint8Array): { name: string; bytes: number; isFile: boolean } {
  const text = (start: number, end: number): string =>
    new TextDecoder().decode(header.subarray(start, end)).replace(/\0.*$/s, "");
  const octal = (start: number, end: number): number => {
    const digits = text(start, end).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  // The checksum is taken with its own eight bytes as spaces.
  const sum = header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
  const bytes = octal(124, 136);
  if (sum !== octal(148, 156) || Number.isNaN(bytes)) {
    throw new DatasetError("INVALID_FORMAT", "Not a tar archive: a header's checksum or size is wrong");
  }
  const [prefix, name, type] = [text(345, 500), text(0, 100), text(156, 157)];
  if (bytes > maxEntryBytes) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `${name} in the tar archive has ${bytes} bytes, the limit is ${maxEntryBytes}`,
    );
  }
  const inUstar = text(257, 262) === "ustar" && prefix !== "";
  return { name: inUstar ? `${prefix}/${name}` : name, bytes, isFile: type === "" || type === "0" };
}
