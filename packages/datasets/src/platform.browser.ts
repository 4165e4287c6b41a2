import type { Cache } from "./Cache.ts";
import { DatasetError } from "./DatasetError.ts";
import type { MirrorLocation, Platform } from "./Platform.ts";

export const platform: Platform = {
  defaultCache: () => undefined,

  fileCache(): Cache {
    throw new DatasetError("UNSUPPORTED", "fileCache() needs Node: use memoryCache() here");
  },

  locateMirror(mirror: string): MirrorLocation {
    const base = globalThis.location?.href;
    const folder = mirror.endsWith("/") ? mirror : `${mirror}/`;
    if (!URL.canParse(folder, base)) {
      throw new DatasetError("INVALID_ARGUMENT", `mirror must be an address, got ${mirror}`);
    }
    return { url: new URL(folder, base).href };
  },

  openFile: () => Promise.resolve(undefined),

  async *decompress(format: "gzip" | "deflate-raw", bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    // A Blob, since a byte array would be pushed through in one piece before anybody reads.
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream(format));
    const reader = stream.getReader();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
    } finally {
      await reader.cancel();
    }
  },
};
