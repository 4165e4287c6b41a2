import { Cursor } from "../bytes/Cursor.ts";
import { corrupt, unsupported } from "../faults.ts";
import { crc32 } from "./crc32.ts";
import { endSignature, entrySignature, memberSignature } from "./signatures.ts";

/** The bytes of the last record, with the longest comment that may follow. */
const longestEnd = 22 + 0xffff;

/** Whether bytes start as zip archives do. */
export function isZip(bytes: Uint8Array): boolean {
  return letters(bytes.subarray(0, 4)) === memberSignature;
}

/**
 * Lists the members of a zip archive; each is read, unzipped and compared with its checksum when it is asked for.
 *
 * @throws {KerasError} `CORRUPT_FILE`, `UNSUPPORTED_FILE` for encrypted archives and those of 4 GiB
 */
export function readZip(bytes: Uint8Array): Map<string, () => Promise<Uint8Array>> {
  const tail = bytes.subarray(-longestEnd);
  const last = letters(tail).lastIndexOf(endSignature);
  if (last < 0) throw corrupt(`it is an archive of ${bytes.length} bytes without an end`);
  const end = new Cursor(bytes, bytes.length - tail.length + last);
  end.skip(10);
  const count = end.uint(2);
  end.skip(4);
  const directory = end.fork(end.uint(4));
  return new Map(Array.from({ length: count }, () => readEntry(directory)));
}

/** Bytes as one letter each. */
function letters(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

/** Reads what the directory says of a member. */
function readEntry(entry: Cursor): [string, () => Promise<Uint8Array>] {
  entry.expect(entrySignature);
  entry.skip(4);
  const [flags, method] = [entry.uint(2), entry.uint(2)];
  entry.skip(4);
  const [checksum, packedLength, length] = [entry.uint(4), entry.uint(4), entry.uint(4)];
  const [nameLength, extraLength, commentLength] = [entry.uint(2), entry.uint(2), entry.uint(2)];
  entry.skip(8);
  const start = entry.uint(4);
  const name = entry.text(nameLength);
  entry.skip(extraLength + commentLength);
  const read = async (): Promise<Uint8Array> => {
    const isLarge = Math.max(length, packedLength, start) === 0xffffffff;
    if (isLarge || flags & 1 || (method !== 0 && method !== 8))
      throw unsupported(`${name} encrypted, of more than 4 GiB, or packed by other means than deflate`);
    const member = entry.fork(start);
    member.expect(memberSignature);
    member.skip(22);
    // The header has a name and extra fields of its own, with other lengths than the directory's.
    member.skip(member.uint(2) + member.uint(2));
    const packed = member.take(packedLength);
    if (method === 8) {
      const { inflateMember } = await import("./inflateMember.ts");
      return inflateMember(packed, checksum, length);
    }
    if (packedLength !== length || crc32(packed) !== checksum)
      throw corrupt(`${name} does not match its checksum`);
    return packed;
  };
  return [name, read];
}
