import { DatasetError } from "../DatasetError.ts";
import { crc32 } from "./crc32.ts";
import { inflate } from "./gunzip.ts";
import type { ZipEntry } from "./readZipDirectory.ts";

/**
 * Unpacks a member of a zip archive, and verifies it against the archive's own checksum.
 *
 * @throws {DatasetError} `INVALID_FORMAT`
 */
export async function unpackEntry(entry: ZipEntry): Promise<Uint8Array> {
  const member = await unpack(entry);
  if (crc32(member) === entry.crc32) return member;
  throw new DatasetError(
    "INVALID_FORMAT",
    `${entry.name} in the zip archive is damaged: its CRC-32 is wrong`,
  );
}

async function unpack({ name, method, packed, bytes }: ZipEntry): Promise<Uint8Array> {
  if (method === "stored" && packed.length === bytes) return packed.slice();
  // Deflate shrinks a run of 258 bytes to 2 bits at best: who promises more allocates for nothing.
  if (method === "deflated" && bytes <= packed.length * 1032) return inflate(packed, bytes);
  throw new DatasetError("INVALID_FORMAT", `${name} cannot have ${bytes} bytes, packed in ${packed.length}`);
}
