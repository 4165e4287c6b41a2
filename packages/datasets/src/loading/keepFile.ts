import { platform } from "@minibatch/datasets/internal/platform";
import type { Cache } from "../caches/Cache.ts";
import type { DatasetCard, DatasetFile } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { isGzip } from "../formats/gunzip.ts";
import { slices } from "../formats/slices.ts";
import { extractMembers } from "./extractMembers.ts";
import { fileKey } from "../caches/fileKey.ts";
import { isMismatch } from "../caches/verifyFile.ts";

/** Options of {@link keepFile}. */
export interface KeepFileOptions {
  /**
   * Where it is kept.
   *
   * @default as `Dataset.load` has it
   */
  readonly cache?: Cache | undefined;
}

/**
 * Puts a file that somebody has into the cache, as if it had been downloaded. It is recognized by its SHA-256, whatever it is called; of
 * an archive, its members are kept.
 *
 * @param bytes the file as its origin serves it, or unzipped; of an archive, a member by itself too
 * @returns which file of the dataset it is
 * @throws {DatasetError} `CHECKSUM_MISMATCH` for a file that the dataset does not have, with what it has; `CACHE_FAILED` when the cache
 *   cannot be written
 *
 * @example
 * const file = await keepFile(mnist, new Uint8Array(await dropped.arrayBuffer()));
 * file.name; // "train-images-idx3-ubyte.gz"
 */
export async function keepFile(
  dataset: DatasetCard,
  bytes: Uint8Array,
  { cache = platform.defaultCache() }: KeepFileOptions = {},
): Promise<DatasetFile> {
  const sha256 = await platform.sha256(bytes);
  const isIt = (choice: DatasetFile): boolean => choice.sha256 === sha256 || choice.raw?.sha256 === sha256;
  for (const file of dataset.files) {
    const { alternative, members } = file;
    if (members && isGzip(bytes)) {
      if (await keepMembers(dataset, file, bytes, cache)) return file;
      continue;
    }
    const choices = members ?? [file, ...(alternative ? [alternative] : [])];
    const found = choices.find(isIt);
    if (!found) continue;
    await cache.put(fileKey(dataset, found.name), bytes);
    return found;
  }
  const known = dataset.files.map(({ name, sha256 }) => `\n  ${name}: ${sha256}`);
  throw new DatasetError(
    "CHECKSUM_MISMATCH",
    `Expected a file of ${dataset.title}, got ${bytes.length} bytes with SHA-256 ${sha256}. These are its files:${known.join("")}`,
  );
}

/** Whether an archive has the members that a dataset takes out of it; they are kept then. */
async function keepMembers(
  dataset: DatasetCard,
  archive: DatasetFile,
  bytes: Uint8Array,
  cache: Cache,
): Promise<boolean> {
  const missing = new Map(archive.members?.map((member) => [member.name, member]));
  try {
    await extractMembers(archive, missing, { from: archive.name, pieces: slices(bytes) }, async (event) => {
      if ("keep" in event) await event.keep(cache, fileKey(dataset, event.member.name));
    });
    return true;
  } catch (error) {
    // Another archive: all that is in it was compared.
    if (isMismatch(error)) return false;
    throw error;
  }
}
