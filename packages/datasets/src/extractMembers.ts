import type { DatasetFile } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { readTar } from "./readTar.ts";
import { unzip } from "./unzip.ts";
import { verifyFile } from "./verifyFile.ts";

/**
 * Takes members out of a zipped tar archive while it arrives, and stops as soon as it has all of them.
 *
 * @param missing the wanted members by their names; those that were found are taken out
 * @param onMember called with the verified bytes of each, which the next one overwrites when the promise has settled
 * @throws {DatasetError} `CHECKSUM_MISMATCH` when the archive or a member is damaged or lacks a member; whatever `pieces` and
 * `onMember` throw
 */
export async function extractMembers(
  archiveName: string,
  pieces: AsyncIterable<Uint8Array>,
  missing: Map<string, DatasetFile>,
  onMember: (member: DatasetFile, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  // One for all members: 30 MB each, of which the garbage collector would let several pile up.
  let buffer: Uint8Array | undefined;
  try {
    for await (const entry of readTar(unzip(pieces))) {
      const member = missing.get(entry.name);
      if (member === undefined) continue;
      const incoming = new IncomingFile(member, buffer);
      for await (const piece of entry.pieces) incoming.append(piece);
      buffer = incoming.bytes;
      await verifyFile(member, buffer);
      await onMember(member, buffer);
      missing.delete(entry.name);
      if (missing.size === 0) return;
    }
    throw new DatasetError("INVALID_FORMAT", `it has no ${[...missing.keys()].join(", ")}`);
  } catch (error) {
    if (!(error instanceof DatasetError) || !damage.has(error.code)) throw error;
    throw new DatasetError(
      "CHECKSUM_MISMATCH",
      `${archiveName} is damaged or another file: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}

/** The codes that speak of the bytes of an archive, rather than of the way to them. */
const damage: ReadonlySet<string> = new Set(["INVALID_FORMAT", "LIMIT_EXCEEDED", "CHECKSUM_MISMATCH"]);
