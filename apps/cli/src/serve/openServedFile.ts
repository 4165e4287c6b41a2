import { createHash } from "node:crypto";
import { type Cache, type DatasetFile, fetchDataset, fileKey, type LoadOptions } from "@minibatch/datasets";
import type { Segment } from "./Segment.ts";
import type { ServedFile } from "./servedFiles.ts";
import { tarBytes, tarSegments } from "./tarSegments.ts";

/** A file that was verified and can be sent. */
export interface OpenFile {
  readonly type: string;
  readonly length: number;
  readonly etag: string;
  readonly segments: readonly Segment[];
}

/**
 * Verifies a file in the cache; what is missing or damaged there is first taken from the mirror, if one is named, and never
 * from the public ones.
 *
 * An archive is packed anew from its members, not zipped, since caches keep nothing else of it.
 *
 * @throws {DatasetError} `OFFLINE` when the cache has no whole copy, and as `fetchDataset`
 */
export async function openServedFile(
  { dataset, file, wanted }: ServedFile,
  {
    cache,
    mirror,
    offline = false,
    signal,
  }: Pick<LoadOptions, "mirror" | "offline" | "signal"> & { readonly cache: Cache },
): Promise<OpenFile> {
  await fetchDataset(
    { ...dataset, files: [wanted] },
    {
      cache,
      mirror,
      signal,
      offline: offline || mirror === undefined,
    },
  );
  const segmentOf = ({ name }: DatasetFile, length: number): Segment => ({
    length,
    async read() {
      const bytes = await cache.get(fileKey(dataset, name));
      if (bytes?.length !== length) throw new Error(`${name} has changed while it was served: ask again`);
      return bytes;
    },
  });
  if (file.members === undefined) {
    // Some mirrors unzip on the way, and the cache keeps what came.
    const kept = (await cache.get(fileKey(dataset, file.name)))?.length;
    const { bytes, sha256 } = file.raw !== undefined && kept === file.raw.bytes ? file.raw : file;
    const type = bytes === file.bytes ? typeOf(file.name) : "application/octet-stream";
    return { type, length: bytes, etag: `"${sha256}"`, segments: [segmentOf(file, bytes)] };
  }
  const members = file.members.map((member) => ({
    name: member.name,
    contents: segmentOf(member, member.bytes),
  }));
  const names = file.members.map(({ name, sha256 }) => `${name} ${sha256}`);
  return {
    type: "application/x-tar",
    length: tarBytes(file.members.map(({ bytes }) => bytes)),
    etag: `"${createHash("sha256").update(names.join("\n")).digest("hex")}"`,
    segments: tarSegments(members),
  };
}

function typeOf(name: string): string {
  if (name.endsWith(".gz")) return "application/gzip";
  return name.endsWith(".data") ? "text/plain; charset=utf-8" : "application/octet-stream";
}
