import type { Cache } from "../caches/Cache.ts";
import type { DatasetFile, LoadProgress } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { readTar } from "../formats/readTar.ts";
import { unzip } from "../formats/unzip.ts";
import { verifyFile } from "../caches/verifyFile.ts";

/** A member that has come out of an archive; everybody who shares the archive gets the same event. */
export interface FoundMember {
  readonly member: DatasetFile;
  /** Verified; the next member overwrites them when all have taken note of this one. */
  readonly bytes: Uint8Array;
  /** Puts the bytes into a cache, once for all who name the same one. */
  readonly keep: (cache: Cache, key: string) => Promise<void>;
}

/** What is told while an archive is unpacked. */
export type ArchiveEvent = LoadProgress | FoundMember;

/**
 * Takes members out of a zipped tar archive while it arrives, and stops as soon as it has all of them.
 *
 * @param archive its name and size
 * @param missing the wanted members by their names; those that were found are taken out
 * @param from what progress names as the source of `pieces`
 * @param emit is waited for
 * @throws {DatasetError} `CHECKSUM_MISMATCH` when the archive or a member is damaged or lacks a member; whatever `pieces` and
 * `emit` throw
 */
export async function extractMembers(
  archive: DatasetFile,
  missing: Map<string, DatasetFile>,
  { from, pieces }: { readonly from: string; readonly pieces: AsyncIterable<Uint8Array> },
  emit: (event: ArchiveEvent) => Promise<void>,
): Promise<void> {
  // One for all members: 30 MB each, of which the garbage collector would let several pile up.
  let buffer: Uint8Array | undefined;
  try {
    for await (const entry of readTar(unzip(reported(archive, from, pieces, emit)))) {
      const member = missing.get(entry.name);
      if (member === undefined) continue;
      const incoming = new IncomingFile(member, buffer);
      for await (const piece of entry.pieces) incoming.append(piece);
      buffer = incoming.bytes;
      await verifyFile(member, buffer);
      await emit({ member, bytes: buffer, keep: keepOnce(buffer) });
      missing.delete(entry.name);
      if (missing.size > 0) continue;
      // What is left of the archive is of no use, and another packing has another size: this is its end.
      const totalBytes = archive.bytes;
      await emit({ file: archive.name, source: from, loadedBytes: totalBytes, totalBytes });
      return;
    }
    throw new DatasetError("INVALID_FORMAT", `it has no ${[...missing.keys()].join(", ")}`);
  } catch (error) {
    if (!(error instanceof DatasetError) || !damage.has(error.code)) throw error;
    throw new DatasetError(
      "CHECKSUM_MISMATCH",
      `${archive.name} is damaged or another file: ${error.message}`,
      { cause: error },
    );
  }
}

/** The codes that speak of the bytes of an archive, rather than of the way to them. */
const damage: ReadonlySet<string> = new Set(["INVALID_FORMAT", "LIMIT_EXCEEDED", "CHECKSUM_MISMATCH"]);

async function* reported(
  { name, bytes }: DatasetFile,
  source: string,
  pieces: AsyncIterable<Uint8Array>,
  emit: (event: ArchiveEvent) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  let loadedBytes = 0;
  for await (const piece of pieces) {
    loadedBytes += piece.length;
    await emit({ file: name, source, loadedBytes, totalBytes: Math.max(bytes, loadedBytes) });
    yield piece;
  }
}

function keepOnce(bytes: Uint8Array): FoundMember["keep"] {
  const kept = new Map<Cache, Promise<void>>();
  return (cache, key) => {
    const keeping = kept.get(cache) ?? cache.put(key, bytes);
    kept.set(cache, keeping);
    return keeping;
  };
}
