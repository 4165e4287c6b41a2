import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Cache, type DatasetCard, DatasetError, fetchDataset } from "@minibatch/datasets";

/** What {@link packDatasets} packs, and from where to where. */
export interface PackOptions {
  /** The datasets that may come along, in the order in which they do. */
  readonly cards: readonly DatasetCard[];
  /** Where files are looked for first. */
  readonly cache: Cache;
  /** A folder or address for what the cache lacks. */
  readonly mirror: string | undefined;
  /** Where they go: each into a folder of its dataset, as in a mirror. */
  readonly folder: string;
}

/** Licences under which files may be handed on as they are, by their names in SPDX. */
const handedOn = new Set(["Apache-2.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "MIT"]);

/** More than that nobody waits for on a page, in bytes of one dataset: Fashion-MNIST has 31 MB. */
const mostBytes = 32_000_000;

/**
 * Puts the files of datasets beside a built app: those that are at hand, fit a page, and whose licence allows it.
 *
 * @returns the names of those that are there now
 * @throws {DatasetError} `CHECKSUM_MISMATCH` for a damaged file of the mirror
 */
export async function packDatasets({ cards, cache, mirror, folder }: PackOptions): Promise<string[]> {
  const packed: string[] = [];
  for (const card of cards) {
    const bytes = card.files.reduce((sum, file) => sum + file.bytes, 0);
    if (card.files.length === 0 || bytes > mostBytes || !handedOn.has(card.license)) continue;
    const files = await filesOf(card, { cache, mirror });
    if (!files) continue;
    for (const [key, content] of files) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    packed.push(card.name);
  }
  return packed;
}

/** The verified files of a dataset by their places in a mirror; none where not all of them are at hand. */
async function filesOf(
  card: DatasetCard,
  { cache, mirror }: Pick<PackOptions, "cache" | "mirror">,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const files = new Map<string, Uint8Array>();
  // The cache of who builds stays as it is.
  const collecting: Cache = {
    ...cache,
    async get(key) {
      const bytes = await cache.get(key);
      if (bytes) files.set(key, bytes);
      return bytes;
    },
    async put(key, bytes) {
      files.set(key, bytes.slice());
    },
  };
  try {
    await fetchDataset(card, { cache: collecting, mirror, offline: mirror === undefined });
    return files;
  } catch (error) {
    if (error instanceof DatasetError && notHere.has(error.code)) return undefined;
    throw error;
  }
}

const notHere: ReadonlySet<string> = new Set(["OFFLINE", "NOT_FOUND", "DOWNLOAD_FAILED"]);
