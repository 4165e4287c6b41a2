import { type DatasetCard, type DatasetFile, datasets, fileKey } from "@minibatch/datasets";

/** A file that the server knows. */
export interface ServedFile {
  readonly dataset: DatasetCard;
  /** Without its alternative, which is a file of its own here. */
  readonly file: DatasetFile;
  /** What to fetch to have it: the file, or the archive with it as the only member. */
  readonly wanted: DatasetFile;
}

/** Every file of every dataset by its path, `/mnist/train-labels-idx1-ubyte.gz`: nothing else is ever looked for. */
export function servedFiles(cards: readonly DatasetCard[] = datasets): ReadonlyMap<string, ServedFile> {
  const served = new Map<string, ServedFile>();
  for (const dataset of cards) {
    const add = (file: DatasetFile, wanted = file): void => {
      served.set(`/${fileKey(dataset, file.name)}`, { dataset, file, wanted });
    };
    for (const { alternative, ...file } of dataset.files) {
      add(file);
      for (const member of file.members ?? []) add(member, { ...file, members: [member] });
      if (alternative !== undefined) add(alternative);
    }
  }
  return served;
}
