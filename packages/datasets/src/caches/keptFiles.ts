import type { DatasetCard, DatasetFile } from "../Dataset.ts";

/** The files that can stand in a cache for one that a dataset is read from, best first. */
export type Choices = readonly [DatasetFile, ...DatasetFile[]];

/** What caches keep of a dataset: the members of an archive, any other file, that file unzipped, or its alternative. */
export function keptFiles({ files }: DatasetCard): Choices[] {
  return files.flatMap((file): Choices[] => {
    if (file.members !== undefined) return file.members.map((member) => [member]);
    const { alternative, name, raw } = file;
    const unzipped = raw && { name: name.replace(/\.gz$/, ""), ...raw };
    return [[file, ...(unzipped ? [unzipped] : []), ...(alternative ? [alternative] : [])]];
  });
}
