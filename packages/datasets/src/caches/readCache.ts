import type { Cache } from "./Cache.ts";
import type { DatasetFile, LoadOptions } from "../Dataset.ts";
import { verifyFile } from "./verifyFile.ts";

/**
 * The bytes of `file` in the cache if they are whole, else `undefined`: a cache that cannot be read is as good as an empty one.
 *
 * @param room what may be overwritten, as {@link Cache.get} takes it
 */
export async function readCache(
  cache: Cache,
  key: string,
  file: DatasetFile,
  { signal, onProgress }: LoadOptions,
  room?: Uint8Array,
): Promise<Uint8Array | undefined> {
  const bytes = await readVerified(cache, key, file, room);
  signal?.throwIfAborted();
  if (bytes !== undefined) {
    onProgress?.({ file: file.name, source: "cache", loadedBytes: bytes.length, totalBytes: bytes.length });
  }
  return bytes;
}

async function readVerified(
  cache: Cache,
  key: string,
  file: DatasetFile,
  room?: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const bytes = await cache.get(key, room);
    if (bytes !== undefined) await verifyFile(file, bytes);
    return bytes;
  } catch {
    return undefined;
  }
}
