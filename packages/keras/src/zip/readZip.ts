import { corrupt, unsupported } from "../faults.ts";
import { inflate } from "../inflate.ts";
import { KerasError } from "../KerasError.ts";
import { crc32 } from "./crc32.ts";

/** A `.keras` has three members, and some assets. */
const maxMembers = 1000;

/** Whether bytes start as zip archives do. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Lists the members of a zip archive; each is read, unzipped and compared with its checksum when it is asked for.
 *
 * @throws {KerasError} `CORRUPT_FILE`, `UNSUPPORTED_FILE` for encrypted archives and those of 4 GiB, `LIMIT_EXCEEDED` for more than
 *   1,000 members
 */
export function readZip(bytes: Uint8Array): Map<string, () => Promise<Uint8Array>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxMembers) {
    throw new KerasError("LIMIT_EXCEEDED", `The archive has ${count} members; a model has three.`);
  }
  const members = new Map<string, () => Promise<Uint8Array>>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw corrupt("its directory is broken");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const entry = at;
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    members.set(name, () => readMember(bytes, view, entry, name));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return members;
}

/** The end record is the last thing in the file but for a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw corrupt(`it is an archive of ${view.byteLength} bytes without an end`);
}

async function readMember(
  bytes: Uint8Array,
  view: DataView,
  entry: number,
  name: string,
): Promise<Uint8Array> {
  const encrypted = view.getUint16(entry + 8, true) & 1;
  const method = view.getUint16(entry + 10, true);
  const checksum = view.getUint32(entry + 16, true);
  const packedLength = view.getUint32(entry + 20, true);
  const length = view.getUint32(entry + 24, true);
  const header = view.getUint32(entry + 42, true);
  if (encrypted || (method !== 0 && method !== 8))
    throw unsupported(`${name} encrypted or packed by other means than deflate`);
  if (length === 0xffffffff || packedLength === 0xffffffff) throw unsupported(`${name} of more than 4 GiB`);
  if (header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50)
    throw corrupt(`${name} has no header`);
  // The header has a name and extra fields of its own, with other lengths than the directory's.
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packedLength > bytes.length) throw corrupt(`${name} ends after the archive`);
  const packed = bytes.subarray(start, start + packedLength);
  if (method === 8) return inflate("gzip", asGzip(packed, checksum, length), length);
  if (packedLength !== length || crc32(packed) !== checksum)
    throw corrupt(`${name} does not match its checksum`);
  return packed;
}

/** Deflated data with head and tail of a gzip file, which has the same checksum: every runtime unzips that, not all the bare data. */
function asGzip(packed: Uint8Array, checksum: number, length: number): Uint8Array {
  const gzip = new Uint8Array(packed.length + 18);
  gzip.set([0x1f, 0x8b, 8]);
  gzip.set(packed, 10);
  const tail = new DataView(gzip.buffer, packed.length + 10);
  tail.setUint32(0, checksum, true);
  tail.setUint32(4, length, true);
  return gzip;
}
