import {
  browserCache,
  type DatasetCard,
  DatasetError,
  datasets,
  findDataset,
  keepFile,
  listCache,
  sha256,
} from "@minibatch/datasets";
import type { Command } from "../Command.ts";
import type { ChosenFile } from "../savedFiles.ts";

/** What became of files that somebody gave for a dataset. */
export interface KeptFiles {
  /** Those that are not of this dataset. */
  readonly strangers: readonly Stranger[];
  /** What the dataset still lacks; nothing when it can be used. */
  readonly missing: readonly string[];
}

/** A file that is not of the dataset that it was given for. */
export interface Stranger {
  readonly path: string;
  readonly sha256: string;
  /** The title of the dataset that it belongs to, where that is known. */
  readonly belongsTo?: string;
}

/** Recognizes files of a dataset by their checksums, whatever they are called, and keeps them in the browser. */
export const keepDatasetFiles: Command<
  { readonly name: string; readonly files: readonly ChosenFile[] },
  KeptFiles
> = async ({ name, files }) => {
  const dataset = findDataset(name);
  const cache = browserCache();
  const strangers: Stranger[] = [];
  for (const { path, bytes } of files) {
    try {
      await keepFile(dataset, bytes, { cache });
    } catch (error) {
      if (!(error instanceof DatasetError) || error.code !== "CHECKSUM_MISMATCH") throw error;
      strangers.push(strangerOf(path, await sha256(bytes)));
    }
  }
  const missing = (await listCache(cache, dataset)).filter(({ state }) => state === "missing");
  return { strangers, missing: missing.map(({ file }) => file.name) };
};

function strangerOf(path: string, sha256: string): Stranger {
  const has = ({ files }: DatasetCard): boolean =>
    files.some((file) => file.sha256 === sha256 || file.raw?.sha256 === sha256);
  const owner = datasets.find(has);
  return { path, sha256, ...(owner && { belongsTo: owner.title }) };
}
