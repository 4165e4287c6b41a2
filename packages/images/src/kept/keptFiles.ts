import type { KnownFile } from "../look/lookAtFiles.ts";
import type { FoundPicture } from "../look/lookAtFiles.ts";
import { cacheKey } from "./cacheKey.ts";
import { Shelf } from "./Shelf.ts";

/** What was found out about the files of a source the last time, by path. */
export async function readKeptFiles(shelf: Shelf, source: string): Promise<Map<string, KnownFile>> {
  const kept = await shelf.get(await cacheKey("files", source));
  if (kept === undefined) return new Map();
  return new Map(JSON.parse(new TextDecoder().decode(kept)) as [string, KnownFile][]);
}

export async function keepFiles(
  shelf: Shelf,
  source: string,
  pictures: readonly FoundPicture[],
): Promise<void> {
  const known = pictures.map(({ file, sha256, header }) => [
    file.path,
    { stamp: file.stamp, sha256, header },
  ]);
  const text = new TextEncoder().encode(JSON.stringify(known));
  const content = new Uint8Array(Shelf.room + text.length);
  content.set(text, Shelf.room);
  await shelf.put(await cacheKey("files", source), content);
}
