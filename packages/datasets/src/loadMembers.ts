import { platform } from "#platform";
import type { DatasetCard, DatasetFile, LoadOptions } from "./Dataset.ts";
import { extractMembers } from "./extractMembers.ts";
import { damagedIn, openSource } from "./openSource.ts";
import { readCache } from "./readCache.ts";
import { resumingPieces } from "./resumingPieces.ts";
import type { Transfer } from "./Transfer.ts";
import { tryMirrors } from "./tryMirrors.ts";
import { isMismatch } from "./verifyFile.ts";

/** A zipped tar archive and those of its members that are wanted. */
export interface Archive {
  readonly file: DatasetFile;
  /** With their full names in the archive. */
  readonly members: readonly DatasetFile[];
}

/**
 * Brings verified members of an archive, one at a time: from the cache, which keeps them unzipped, else out of the archive while it
 * arrives. The archive itself is never wholly in memory nor in the cache; its own checksum is not looked at, since repacked
 * ones hold the same members.
 *
 * @param onMember called with each member once, in any order
 * @throws {DatasetError} as `Dataset.load` does
 */
export async function loadMembers(
  card: DatasetCard,
  { file, members }: Archive,
  options: LoadOptions,
  transfer: Transfer,
  onMember: (member: DatasetFile, bytes: Uint8Array) => void,
): Promise<void> {
  const { signal, onProgress, cache = platform.defaultCache() } = options;
  signal?.throwIfAborted();
  const missing = new Map<string, DatasetFile>();
  let room: Uint8Array | undefined;
  for (const member of members) {
    const cached = await readCache(cache, `${card.name}/${member.name}`, member, options, room);
    if (cached === undefined) missing.set(member.name, member);
    else onMember(member, cached);
    room = cached ?? room;
  }
  if (missing.size === 0) return;

  const extract = async (from: string, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    let loadedBytes = 0;
    const reported = tap(pieces, (length) => {
      signal?.throwIfAborted();
      loadedBytes += length;
      const totalBytes = Math.max(file.bytes, loadedBytes);
      onProgress?.({ file: file.name, source: from, loadedBytes, totalBytes });
    });
    await extractMembers(file.name, reported, missing, async (member, bytes) => {
      signal?.throwIfAborted();
      // A cache that cannot be written costs the next load a download, this one nothing.
      await cache?.put(`${card.name}/${member.name}`, bytes).catch(() => {});
      onMember(member, bytes);
    });
  };
  const source = await openSource(card, file.name, options);
  if ("urls" in source) {
    await tryMirrors(file.name, source.urls, { transfer, signal }, (url) =>
      extract(url, resumingPieces(url, { transfer, signal })),
    );
    return;
  }
  try {
    await extract(source.folder, source.pieces);
  } catch (error) {
    throw isMismatch(error) ? damagedIn(source.folder, error) : error;
  }
}

async function* tap(
  pieces: AsyncIterable<Uint8Array>,
  onPiece: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    onPiece(piece.length);
    // Unzipping reads ahead, and a folder's pieces overwrite each other.
    yield piece.slice();
  }
}
