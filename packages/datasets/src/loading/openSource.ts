import { platform } from "@minibatch/datasets/internal/platform";
import type { DatasetCard, DatasetFile, LoadOptions } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { fileKey } from "../caches/fileKey.ts";

/** Where a file that is not in the cache comes from: a folder's file, opened, or addresses to try in order. */
export type Source =
  | { readonly folder: string; readonly pieces: AsyncIterable<Uint8Array> }
  | { readonly urls: readonly string[] };

/**
 * Finds out where to read a file of a dataset from: `mirror` alone when it is given, else the dataset's own mirrors.
 *
 * @throws {DatasetError} `NOT_FOUND` when the mirror folder lacks the file, `OFFLINE` when only the network is left and
 * forbidden, `INVALID_ARGUMENT` for a mirror that is neither folder nor address
 */
export async function openSource(
  card: DatasetCard,
  { name, mirrors = card.mirrors }: DatasetFile,
  { mirror, offline = false }: LoadOptions,
): Promise<Source> {
  const key = fileKey(card, name);
  if (mirror === "") {
    throw new DatasetError("INVALID_ARGUMENT", "mirror must be a folder or an address, got an empty string");
  }
  const location = mirror === undefined ? undefined : platform.locateMirror(mirror);
  if (location !== undefined && "folder" in location) {
    const { folder } = location;
    return { folder, pieces: await platform.openFile(folder, key) };
  }
  if (offline) {
    throw new DatasetError(
      "OFFLINE",
      `The cache has no whole ${key}, and \`offline\` forbids to download it: load ${card.title} once without ` +
        "`offline`, or pass `mirror`: a folder that holds the file",
    );
  }
  return { urls: location ? [location.url + key] : mirrors.map(({ url }) => url + name) };
}

/** The error for a file of a mirror folder that is not what it should be. */
export function damagedIn(folder: string, cause: DatasetError): DatasetError {
  const message = `In the mirror folder ${folder}, ${cause.message}. Replace the file there.`;
  return new DatasetError(cause.code, message, { cause });
}
