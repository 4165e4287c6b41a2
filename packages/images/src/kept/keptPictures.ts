import { THUMBNAIL } from "../develop/develop.ts";
import type { DevelopResult } from "../develop/Developed.ts";
import type { Framing } from "../pixels/Framing.ts";
import { cacheKey } from "./cacheKey.ts";
import { Shelf } from "./Shelf.ts";

/** Before the pixels: how long the list of pictures is that stands there. */
const LENGTH = 4;
const THUMBNAIL_BYTES = THUMBNAIL ** 2;

/** A picture in the list; its pixels and its thumbnail follow those of the one before. */
type Entry =
  | { readonly sha256: string; readonly bytes: number; readonly grey: boolean }
  | ({ readonly sha256: string } & Extract<DevelopResult, { reason: unknown }>);

/** Pictures of a source as they were decoded the last time, by the hash of their files. */
export async function readKeptPictures(
  shelf: Shelf,
  source: string,
  framing: Framing,
): Promise<Map<string, DevelopResult>> {
  const pictures = new Map<string, DevelopResult>();
  const content = await shelf.get(await cacheKey("pixels", source, framing));
  if (content === undefined) return pictures;
  const length = new DataView(content.buffer, content.byteOffset).getUint32(0, true);
  const list = new TextDecoder().decode(content.subarray(LENGTH, LENGTH + length));
  let at = LENGTH + length;
  for (const { sha256, ...entry } of JSON.parse(list) as Entry[]) {
    if ("reason" in entry) {
      pictures.set(sha256, entry);
      continue;
    }
    const pixels = content.subarray(at, at + entry.bytes);
    at += entry.bytes + THUMBNAIL_BYTES;
    pictures.set(sha256, { pixels, thumbnail: content.subarray(at - THUMBNAIL_BYTES, at), grey: entry.grey });
  }
  return pictures;
}

export async function keepPictures(
  shelf: Shelf,
  source: string,
  framing: Framing,
  pictures: ReadonlyMap<string, DevelopResult>,
): Promise<void> {
  const entries = Array.from(pictures, ([sha256, result]): Entry => {
    return "reason" in result
      ? { sha256, ...result }
      : { sha256, bytes: result.pixels.length, grey: result.grey };
  });
  const list = new TextEncoder().encode(JSON.stringify(entries));
  const pixels = [...pictures.values()].flatMap((each) =>
    "reason" in each ? [] : [each.pixels, each.thumbnail],
  );
  const total = pixels.reduce((sum, { length }) => sum + length, 0);
  const content = new Uint8Array(Shelf.room + LENGTH + list.length + total);
  new DataView(content.buffer).setUint32(Shelf.room, list.length, true);
  let at = Shelf.room + LENGTH;
  for (const each of [list, ...pixels]) {
    content.set(each, at);
    at += each.length;
  }
  await shelf.put(await cacheKey("pixels", source, framing), content);
}
