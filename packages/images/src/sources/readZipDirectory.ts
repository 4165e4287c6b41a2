import { ImageError } from "../ImageError.ts";
import type { ByteRange } from "./ByteRange.ts";

/** One member of a zip archive, as its directory lists it. */
export interface ZipMember {
  readonly name: string;
  /** Undefined when it is encrypted or packed by other means. */
  readonly method: "stored" | "deflated" | undefined;
  /** Where its header begins. */
  readonly header: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc32: number;
}

// The records of a zip archive (PKWARE's APPNOTE 6.3, section 4.3).
const endRecord = { signature: 0x06054b50, bytes: 22, maxComment: 0xffff };
const wideLocator = { signature: 0x07064b50, bytes: 20 };
const wideEndRecord = { signature: 0x06064b50, bytes: 56 };
const directoryRecord = { signature: 0x02014b50, bytes: 46 };
/** A field that says: look into the record of 64 bits. */
const WIDE = 0xffffffff;
/** A directory larger than this is no list of pictures: room for some 10 million names. */
const MAX_DIRECTORY = 1e9;

/**
 * Lists the members of a zip archive by the directory at its end, also of more than 4 GiB.
 *
 * @throws {ImageError} `INVALID_ARCHIVE`
 */
export async function readZipDirectory(name: string, archive: ByteRange): Promise<ZipMember[]> {
  const refuse = (why: string) =>
    new ImageError("INVALID_ARCHIVE", `${name} is no whole zip archive: ${why}. Zip the pictures anew.`);
  const tailAt = Math.max(0, archive.bytes - endRecord.bytes - endRecord.maxComment - wideLocator.bytes);
  const tail = viewOf(await archive.read(tailAt, archive.bytes));
  const end = lastRecord(tail);
  if (end === undefined) throw refuse("it has no directory at its end");
  let [bytes, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (at === WIDE && end >= wideLocator.bytes) {
    const locator = end - wideLocator.bytes;
    if (tail.getUint32(locator, true) !== wideLocator.signature) throw refuse("its directory is not found");
    const record = wide(tail, locator + 8);
    const wideEnd = viewOf(await archive.read(record, record + wideEndRecord.bytes));
    if (wideEnd.byteLength < wideEndRecord.bytes || wideEnd.getUint32(0, true) !== wideEndRecord.signature) {
      throw refuse("its directory is not found");
    }
    [bytes, at] = [wide(wideEnd, 40), wide(wideEnd, 48)];
  }
  if (bytes > MAX_DIRECTORY) throw refuse(`its directory takes ${bytes} bytes`);
  const directory = await archive.read(at, at + bytes);
  if (directory.length < bytes) throw refuse("its directory lies outside of it");
  try {
    return membersIn(directory, refuse);
  } catch (cause) {
    if (cause instanceof RangeError) throw refuse("its directory ends early");
    throw cause;
  }
}

function membersIn(directory: Uint8Array, refuse: (why: string) => Error): ZipMember[] {
  const view = viewOf(directory);
  const decoder = new TextDecoder();
  const members: ZipMember[] = [];
  for (let at = 0; at < directory.length; ) {
    if (view.getUint32(at, true) !== directoryRecord.signature) throw refuse("its directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + directoryRecord.bytes;
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = ({ 0: "stored", 8: "deflated" } as const)[view.getUint16(at + 10, true)];
    members.push({
      name: decoder.decode(directory.subarray(nameAt, nameAt + nameLength)),
      method: encrypted ? undefined : method,
      crc32: view.getUint32(at + 16, true),
      ...sizesOf(view, at, nameAt + nameLength, extraLength),
    });
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return members;
}

/** Sizes and place of a member; those that do not fit into 32 bits stand in its extra field 1, in this order. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number) {
  const fields = { bytes: at + 24, packedBytes: at + 20, header: at + 42 };
  let next = extra;
  while (next < extra + extraLength && view.getUint16(next, true) !== 1) {
    next += 4 + view.getUint16(next + 2, true);
  }
  next += 4;
  const read = (field: number): number => {
    const value = view.getUint32(field, true);
    if (value !== WIDE || next >= extra + extraLength) return value;
    next += 8;
    return wide(view, next - 8);
  };
  return { bytes: read(fields.bytes), packedBytes: read(fields.packedBytes), header: read(fields.header) };
}

/** The end record is the last thing in the file but for a comment. */
function lastRecord(tail: DataView): number | undefined {
  for (let at = tail.byteLength - endRecord.bytes; at >= 0; at--) {
    if (tail.getUint32(at, true) === endRecord.signature) return at;
  }
  return undefined;
}

function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
