import { type Cache, datasets, fileKey, listCache } from "@minibatch/datasets";
import { type CacheState, cacheState } from "../datasets/cacheState.ts";
import { tarBytes } from "./tarSegments.ts";

/** What a server has. */
export interface ServerIndex {
  readonly datasets: readonly {
    readonly name: string;
    readonly title: string;
    readonly cached: CacheState;
    readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256?: string }[];
  }[];
}

/** Lists what a server has at this moment; what is drawn needs no server. */
export async function serverIndex(cache: Cache): Promise<ServerIndex> {
  const stored = datasets.filter(({ files }) => files.length > 0);
  const listed = stored.map(async (dataset) => ({
    name: dataset.name,
    title: dataset.title,
    cached: cacheState(dataset, await listCache(cache, dataset)),
    files: dataset.files.map(({ name, bytes, sha256, members }) => {
      const path = fileKey(dataset, name);
      // An archive is packed anew: its members are what has checksums.
      return members === undefined
        ? { path, bytes, sha256 }
        : { path, bytes: tarBytes(members.map(({ bytes }) => bytes)) };
    }),
  }));
  return { datasets: await Promise.all(listed) };
}
