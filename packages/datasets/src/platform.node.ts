import { open } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { DatasetError } from "./DatasetError.ts";
import { folderCache } from "./folderCache.node.ts";
import type { MirrorLocation, Platform } from "./Platform.ts";

/** Larger pieces than Node's own 16 KiB: three times as fast on the 47 MB of MNIST's training images. */
const pieceBytes = 256 * 1024;

export const platform: Platform = {
  defaultCache: () => folderCache(),
  fileCache: folderCache,

  locateMirror(mirror: string): MirrorLocation {
    if (/^https?:\/\//i.test(mirror)) return { url: mirror.endsWith("/") ? mirror : `${mirror}/` };
    if (/^file:/i.test(mirror)) return { folder: fileURLToPath(mirror) };
    if (/^[a-z][a-z\d+.-]+:\/\//i.test(mirror)) {
      throw new DatasetError(
        "INVALID_ARGUMENT",
        `mirror must be a folder or an address with http:, https: or file:, got ${mirror}`,
      );
    }
    return { folder: mirror };
  },

  async openFile(folder: string, key: string, signal?: AbortSignal) {
    const path = join(folder, key);
    try {
      const handle = await open(path);
      return handle.createReadStream({ highWaterMark: pieceBytes, ...(signal && { signal }) });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw error;
    }
  },

  gunzip(bytes: Uint8Array): AsyncIterable<Uint8Array> {
    const unzip = createGunzip({ chunkSize: pieceBytes });
    unzip.end(bytes);
    return unzip;
  },
};
