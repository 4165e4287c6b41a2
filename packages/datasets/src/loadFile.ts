import { platform } from "#platform";
import type { Cache } from "./Cache.ts";
import type { DatasetCard, DatasetFile, LoadOptions } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { download } from "./download.ts";
import { IncomingFile } from "./IncomingFile.ts";
import type { Transfer } from "./Transfer.ts";
import { verifyFile } from "./verifyFile.ts";

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
  const { signal, cache = platform.defaultCache() } = options;
  signal?.throwIfAborted();
  const key = `${card.name}/${file.name}`;
  const cached = cache && (await readCache(cache, key, file));
  signal?.throwIfAborted();
  if (cached !== undefined) {
    report(options, file, "cache", cached.length, cached.length);
    return cached;
  }
  const bytes = await readMirrors(card, file, key, options, transfer);
  // A cache that cannot be written costs the next load a download, this one nothing.
  await cache?.put(key, bytes).catch(() => {});
  signal?.throwIfAborted();
  return bytes;
}

/** The cached bytes if they are whole. A cache that cannot be read is as good as an empty one. */
async function readCache(cache: Cache, key: string, file: DatasetFile): Promise<Uint8Array | undefined> {
  try {
    const bytes = await cache.get(key);
    if (bytes !== undefined) await verifyFile(file, bytes);
    return bytes;
  } catch {
    return undefined;
  }
}

function readMirrors(
  card: DatasetCard,
  file: DatasetFile,
  key: string,
  options: LoadOptions,
  transfer: Transfer,
): Promise<Uint8Array> {
  const { mirror, offline = false, signal } = options;
  const location = mirror === undefined ? undefined : platform.locateMirror(mirror);
  if (location !== undefined && "folder" in location) return readFolder(location.folder, file, key, options);
  if (offline) {
    throw new DatasetError(
      "OFFLINE",
      `${card.title} is not in the cache (${key}), and \`offline\` forbids to download it: load it once without ` +
        "`offline`, or pass `mirror`: a folder that holds this file",
    );
  }
  const urls = location ? [location.url + key] : card.mirrors.map(({ url }) => url + file.name);
  return download(file, urls, {
    transfer,
    signal,
    onBytes: (url, { filled, totalBytes }) => report(options, file, url, filled, totalBytes),
  });
}

async function readFolder(
  folder: string,
  file: DatasetFile,
  key: string,
  options: LoadOptions,
): Promise<Uint8Array> {
  const { signal } = options;
  const pieces = await platform.openFile(folder, key, signal);
  if (pieces === undefined) {
    throw new DatasetError(
      "NOT_FOUND",
      `The mirror folder ${folder} has no ${key}: put the file there, or drop \`mirror\` to download it`,
    );
  }
  const incoming = new IncomingFile(file);
  try {
    for await (const piece of pieces) {
      incoming.append(piece);
      report(options, file, folder, incoming.filled, incoming.totalBytes);
    }
    await verifyFile(file, incoming.bytes);
    return incoming.bytes;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof DatasetError)) throw error;
    throw new DatasetError(
      error.code,
      `In the mirror folder ${folder}, ${error.message}. Replace the file there.`,
      {
        cause: error,
      },
    );
  }
}

function report(
  { onProgress }: LoadOptions,
  file: DatasetFile,
  source: string,
  loadedBytes: number,
  totalBytes: number,
): void {
  onProgress?.({ file: file.name, source, loadedBytes, totalBytes });
}
