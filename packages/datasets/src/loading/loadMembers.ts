import { platform } from "@minibatch/datasets/internal/platform";
import type { DatasetCard, DatasetFile, LoadOptions } from "../Dataset.ts";
import { downloadMembers } from "./downloadMembers.ts";
import { type ArchiveEvent, extractMembers } from "./extractMembers.ts";
import { fileKey } from "../caches/fileKey.ts";
import { damagedIn, openSource } from "./openSource.ts";
import { readCache } from "../caches/readCache.ts";
import type { Transfer } from "./Transfer.ts";
import { isMismatch, verifyFile } from "../caches/verifyFile.ts";

/** A zipped tar archive with those of its members that are wanted. */
export type Archive = DatasetFile & Required<Pick<DatasetFile, "members">>;

/**
 * Brings verified members of an archive, one at a time: from the cache, which keeps them unzipped, else out of the archive while it
 * arrives. The archive itself is never wholly in memory nor in the cache; its own checksum is not looked at, since repacked
 * ones hold the same members.
 *
 * @param onMember called with each member once, in any order; its bytes are overwritten afterwards
 * @throws {DatasetError} as `Dataset.load` does
 */
export async function loadMembers(
  card: DatasetCard,
  archive: Archive,
  options: LoadOptions,
  transfer: Transfer,
  onMember: (member: DatasetFile, bytes: Uint8Array) => void,
): Promise<void> {
  const { signal, onProgress, cache = platform.defaultCache() } = options;
  const keyOf = ({ name }: DatasetFile): string => fileKey(card, name);
  const missing = new Map(archive.members.map((member) => [member.name, member]));
  const give = (member: DatasetFile, bytes: Uint8Array): void => {
    if (missing.delete(member.name)) onMember(member, bytes);
  };
  const onEvent = async (event: ArchiveEvent): Promise<void> => {
    signal?.throwIfAborted();
    if ("loadedBytes" in event) return onProgress?.(event);
    give(event.member, event.bytes);
    // A cache that cannot be written costs the next load a download, this one nothing.
    await event.keep(cache, keyOf(event.member)).catch(() => {});
  };

  let room: Uint8Array | undefined;
  const location = options.mirror ? platform.locateMirror(options.mirror) : undefined;
  const takeUnpacked = async (folder: string): Promise<void> => {
    for (const member of missing.values()) {
      const bytes = await platform.fileCache(folder).get(keyOf(member), room);
      if (bytes === undefined) continue;
      await verifyFile(member, bytes).catch((error: unknown) => {
        throw isMismatch(error) ? damagedIn(folder, error) : error;
      });
      const { name: file } = member;
      onProgress?.({ file, source: folder, loadedBytes: bytes.length, totalBytes: bytes.length });
      give(member, bytes);
      await cache.put(keyOf(member), bytes).catch(() => {});
      room = bytes;
    }
  };
  // Again for who got on a download that others had started, and missed what had gone by.
  for (;;) {
    signal?.throwIfAborted();
    for (const member of missing.values()) {
      const cached = await readCache(cache, keyOf(member), member, options, room);
      if (cached !== undefined) give(member, cached);
      room = cached ?? room;
    }
    if (location !== undefined && "folder" in location) await takeUnpacked(location.folder);
    if (missing.size === 0) return;
    const source = await openSource(card, archive, options);
    if ("urls" in source) {
      await downloadMembers(archive, [...missing.values()], source.urls, transfer, { signal, onEvent });
    } else {
      const { folder: from, pieces } = source;
      await extractMembers(archive, new Map(missing), { from, pieces }, onEvent).catch((error: unknown) => {
        throw isMismatch(error) ? damagedIn(from, error) : error;
      });
    }
  }
}
