import { DatasetError } from "../DatasetError.ts";

/** One member of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly method: "stored" | "deflated";
  /** The bytes as they are in the archive: a view. */
  readonly packed: Uint8Array;
  /** The size when unpacked. */
  readonly bytes: number;
  /** The checksum when unpacked. */
  readonly crc32: number;
}

/** More members than any .npz file of ours; the directory is read at once. */
const maxEntries = 1000;

const endRecord = { signature: 0x06054b50, bytes: 22, maxComment: 0xffff };
const directoryRecord = { signature: 0x02014b50, bytes: 46 };
const memberHeader = { signature: 0x04034b50, bytes: 30 };

/**
 * Lists the members of a zip archive by the directory at its end.
 *
 * @throws {DatasetError} `INVALID_FORMAT` for anything that is no such archive, is encrypted, packed by other means than
 * deflate, or larger than 4 GiB; `LIMIT_EXCEEDED` for more than 1,000 members
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) {
    throw new DatasetError(
      "LIMIT_EXCEEDED",
      `The zip archive has ${count} members, the limit is ${maxEntries}`,
    );
  }
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    expectRecord(view, at, directoryRecord);
    const nameLength = view.getUint16(at + 28, true);
    entries.push(readEntry(bytes, view, at, nameLength));
    at += directoryRecord.bytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record is the last thing in the file but for a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - endRecord.bytes;
  for (let at = last; at >= Math.max(0, last - endRecord.maxComment); at--) {
    if (view.getUint32(at, true) === endRecord.signature) return at;
  }
  throw new DatasetError(
    "INVALID_FORMAT",
    `Not a zip archive: ${view.byteLength} bytes without an end record`,
  );
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const name = new TextDecoder().decode(
    bytes.subarray(at + directoryRecord.bytes, at + directoryRecord.bytes + nameLength),
  );
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = ({ 0: "stored", 8: "deflated" } as const)[view.getUint16(at + 10, true)];
  if (encrypted || method === undefined) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `${name} in the zip archive is encrypted or packed by other means than deflate`,
    );
  }
  const header = view.getUint32(at + 42, true);
  expectRecord(view, header, memberHeader);
  // The header has a name and extra fields of its own, with other lengths than the directory's.
  const start =
    header + memberHeader.bytes + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const length = view.getUint32(at + 20, true);
  if (start + length > bytes.length) {
    throw new DatasetError(
      "INVALID_FORMAT",
      `${name} ends at byte ${start + length} of a zip archive of ${bytes.length}`,
    );
  }
  return {
    name,
    method,
    packed: bytes.subarray(start, start + length),
    bytes: view.getUint32(at + 24, true),
    crc32: view.getUint32(at + 16, true),
  };
}

function expectRecord(
  view: DataView,
  at: number,
  { signature, bytes }: { signature: number; bytes: number },
): void {
  if (at + bytes <= view.byteLength && view.getUint32(at, true) === signature) return;
  throw new DatasetError(
    "INVALID_FORMAT",
    `The zip archive has no record at byte ${at}, where its directory says so`,
  );
}
