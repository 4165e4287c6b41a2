import { platform } from "@minibatch/datasets/internal/platform";
import type { DatasetCard, DatasetFile, LoadOptions, LoadProgress } from "../Dataset.ts";
import { download } from "./download.ts";
import { fileKey } from "../caches/fileKey.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { damagedIn, openSource } from "./openSource.ts";
import { readCache } from "../caches/readCache.ts";
import { shareInFlight } from "./shareInFlight.ts";
import type { Transfer } from "./Transfer.ts";
import { isMismatch, verifyFile } from "../caches/verifyFile.ts";

/** Who asks for a file that is on its way shares that download. */
const shareDownload = /* @__PURE__ */ shareInFlight<LoadProgress, Uint8Array>();

/**
 * Brings the verified bytes of one file, zipped or unzipped as they came: from the cache, else from `options.mirror`, else from
 * the dataset's mirrors. What did not come from the cache goes there.
 *
 * @throws {DatasetError} as `Dataset.load` does
 */
export async function loadFile(
  card: DatasetCard,
  file: DatasetFile,
  options: LoadOptions,
  transfer: Transfer,
): Promise<Uint8Array> {
  const { signal, onProgress, cache = platform.defaultCache() } = options;
  signal?.throwIfAborted();
  const key = fileKey(card, file.name);
  const cached = await readCache(cache, key, file, options);
  if (cached !== undefined) return cached;
  const source = await openSource(card, file, options);
  const bytes = await ("folder" in source
    ? readFolder(source, file, options)
    : shareDownload(
        [file.sha256, ...source.urls].join(" "),
        { signal, onEvent: onProgress },
        (signal, emit) =>
          download(file, source.urls, { transfer, signal, onProgress: (progress) => void emit(progress) }),
      ));
  // A cache that cannot be written costs the next load a download, this one nothing.
  await cache.put(key, bytes).catch(() => {});
  signal?.throwIfAborted();
  return bytes;
}

async function readFolder(
  { folder, pieces }: { readonly folder: string; readonly pieces: AsyncIterable<Uint8Array> },
  file: DatasetFile,
  { signal, onProgress }: LoadOptions,
): Promise<Uint8Array> {
  const incoming = new IncomingFile(file);
  try {
    for await (const piece of pieces) {
      signal?.throwIfAborted();
      incoming.append(piece);
      onProgress?.(incoming.progress(folder));
    }
    await verifyFile(file, incoming.bytes);
    return incoming.bytes;
  } catch (error) {
    throw isMismatch(error) ? damagedIn(folder, error) : error;
  }
}
