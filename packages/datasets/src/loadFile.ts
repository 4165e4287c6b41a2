import { platform } from "#platform";
import type { Cache } from "./Cache.ts";
import type { DatasetCard, DatasetFile, LoadOptions, LoadProgress } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { download } from "./download.ts";
import { IncomingFile } from "./IncomingFile.ts";
import { shareInFlight } from "./shareInFlight.ts";
import type { Transfer } from "./Transfer.ts";
import { isMismatch, verifyFile } from "./verifyFile.ts";

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
  const key = `${card.name}/${file.name}`;
  const cached = cache && (await readCache(cache, key, file));
  signal?.throwIfAborted();
  if (cached !== undefined) {
    onProgress?.({ file: file.name, source: "cache", loadedBytes: cached.length, totalBytes: cached.length });
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
  const { mirror, offline = false, signal, onProgress } = options;
  if (mirror === "")
    throw new DatasetError("INVALID_ARGUMENT", "mirror must be a folder or an address, got an empty string");
  const location = mirror === undefined ? undefined : platform.locateMirror(mirror);
  if (location !== undefined && "folder" in location) return readFolder(location.folder, file, key, options);
  if (offline) {
    throw new DatasetError(
      "OFFLINE",
      `The cache has no whole ${key}, and \`offline\` forbids to download it: load ${card.title} once without ` +
        "`offline`, or pass `mirror`: a folder that holds the file",
    );
  }
  const urls = location ? [location.url + key] : card.mirrors.map(({ url }) => url + file.name);
  return shareDownload([file.sha256, ...urls].join(" "), { signal, onEvent: onProgress }, (signal, emit) =>
    download(file, urls, { transfer, signal, onProgress: emit }),
  );
}

async function readFolder(
  folder: string,
  file: DatasetFile,
  key: string,
  options: LoadOptions,
): Promise<Uint8Array> {
  const { signal, onProgress } = options;
  const pieces = await platform.openFile(folder, key);
  if (pieces === undefined) {
    throw new DatasetError(
      "NOT_FOUND",
      `The mirror folder ${folder} has no ${key}: put the file there, or drop \`mirror\` to download it`,
    );
  }
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
    if (!isMismatch(error)) throw error;
    const message = `In the mirror folder ${folder}, ${error.message}. Replace the file there.`;
    throw new DatasetError(error.code, message, { cause: error });
  }
}
