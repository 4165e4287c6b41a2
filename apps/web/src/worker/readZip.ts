import { inflateSync } from "fflate";
import { crc32 } from "./crc32.ts";
import { WorkerError } from "./WorkerError.ts";

/** A file as a zip holds it. */
export interface ZippedFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const end = { signature: 0x06054b50, bytes: 22, longestComment: 0xffff };
const entry = { signature: 0x02014b50, bytes: 46 };
const local = { signature: 0x04034b50, bytes: 30 };
const [stored, deflated] = [0, 8];

/**
 * Unpacks a zip, and checks each file against its size and its CRC-32.
 *
 * @param name what the zip is called, for errors
 * @param most how many bytes there may be, unpacked
 * @throws {WorkerError} `NOT_A_ZIP`; `CHANGED_IN_ZIP` where a byte was changed; `ZIP_TOO_LARGE`
 */
export function readZip(name: string, bytes: Uint8Array<ArrayBuffer>, most: number): ZippedFile[] {
  try {
    return unpack(name, bytes, most);
  } catch (error) {
    if (error instanceof WorkerError) throw error;
    throw new WorkerError("NOT_A_ZIP", `${name} is no zip file, or it is damaged: save or copy it again.`, [
      name,
    ]);
  }
}

function unpack(name: string, bytes: Uint8Array<ArrayBuffer>, most: number): ZippedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = endOf(view);
  const count = view.getUint16(last + 10, true);
  let at = view.getUint32(last + 16, true);
  let total = 0;
  const files: ZippedFile[] = [];
  for (let index = 0; index < count; index += 1) {
    expect(view.getUint32(at, true) === entry.signature);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const [checksum, packedSize, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
    const [nameSize = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    );
    const path = new TextDecoder().decode(bytes.subarray(at + entry.bytes, at + entry.bytes + nameSize));
    const from = dataOf(view, view.getUint32(at + 42, true));
    at += entry.bytes + nameSize + extra + comment;
    if (path.endsWith("/")) continue;
    const encrypted = (flags & 1) === 1;
    expect(!encrypted && (method === stored || method === deflated));
    expect(from + (packedSize as number) <= bytes.length);
    total += size as number;
    if (total > most) throw tooLarge(name, most);
    const packed = bytes.slice(from, from + (packedSize as number));
    const unpacked =
      method === stored ? packed : inflateSync(packed, { out: new Uint8Array(size as number) });
    if (unpacked.length !== size || crc32(unpacked) !== checksum) {
      throw new WorkerError(
        "CHANGED_IN_ZIP",
        `${path} in ${name} does not match its checksum, so it was changed or is damaged: save or copy it again.`,
        [path, name],
      );
    }
    files.push({ path, bytes: unpacked });
  }
  return files;
}

/** The end record is the last thing in the file but for a comment. */
function endOf(view: DataView): number {
  const last = view.byteLength - end.bytes;
  for (let at = last; at >= Math.max(0, last - end.longestComment); at -= 1) {
    if (view.getUint32(at, true) === end.signature) return at;
  }
  throw new RangeError("no end record");
}

function dataOf(view: DataView, at: number): number {
  expect(view.getUint32(at, true) === local.signature);
  return at + local.bytes + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function expect(holds: boolean): void {
  if (!holds) throw new RangeError("not a zip that this reads");
}

function tooLarge(name: string, most: number): WorkerError {
  const limit = `${most / 1024 ** 2} MB`;
  return new WorkerError("ZIP_TOO_LARGE", `${name} holds more than ${limit}, which no model here needs.`, [
    name,
    limit,
  ]);
}
