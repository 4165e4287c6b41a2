import { platform } from "@minibatch/datasets/internal/platform";
import type { DatasetCard, DatasetFile, LoadOptions } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { fileKey } from "../caches/fileKey.ts";
import { loadFile } from "./loadFile.ts";
import { readCache } from "../caches/readCache.ts";
import type { Transfer } from "./Transfer.ts";

/**
 * Brings a file or its alternative: the one that is cached, else the first that can be had.
 *
 * @returns the one that came, and its verified bytes
 * @throws {DatasetError} as `Dataset.load` does; of two failures the first, which names the second
 */
export async function loadEither(
  card: DatasetCard,
  file: DatasetFile,
  options: LoadOptions,
  transfer: Transfer,
): Promise<{ readonly file: DatasetFile; readonly bytes: Uint8Array }> {
  const { alternative } = file;
  const load = async (file: DatasetFile) => ({ file, bytes: await loadFile(card, file, options, transfer) });
  if (alternative === undefined) return load(file);
  const { cache = platform.defaultCache() } = options;
  for (const choice of [file, alternative]) {
    const bytes = await readCache(cache, fileKey(card, choice.name), choice, options);
    if (bytes !== undefined) return { file: choice, bytes };
  }
  return load(file).catch(async (first: unknown) => {
    if (!(first instanceof DatasetError)) throw first;
    return load(alternative).catch((second: unknown) => {
      if (!(second instanceof DatasetError)) throw second;
      const message = `${first.message}\nNor did ${alternative.name} help: ${second.message}`;
      throw new DatasetError(first.code, message, { cause: new AggregateError([first, second]) });
    });
  });
}
