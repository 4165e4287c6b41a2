import { createHash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Cache } from "./caches/Cache.ts";
import { DatasetError } from "./DatasetError.ts";
import { decompress } from "./formats/decompress.node.ts";
import { folderCache } from "./caches/folderCache.node.ts";
import { httpGet } from "./loading/httpGet.node.ts";
import { kerasCache } from "./caches/kerasCache.node.ts";
import type { MirrorLocation, Platform } from "./Platform.ts";
import { otherPlaces } from "./caches/otherPlaces.node.ts";
import { torchvisionCache } from "./caches/torchvisionCache.node.ts";
import { withFallback } from "./caches/withFallback.ts";

/** How much of a file is read at once. */
const pieceBytes = 256 * 1024;

/** Between two of these, others get their turn: some ten milliseconds. */
const hashedAtOnce = 4 * 1024 * 1024;

/** The same for all loads: those that share a download write it once. */
let defaultCache: Cache | undefined;

export const platform: Platform = {
  defaultCache: () =>
    (defaultCache ??= withFallback(withFallback(folderCache(), kerasCache()), torchvisionCache())),
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
    return { folder: resolve(mirror) };
  },

  async openFile(folder: string, key: string) {
    for (const place of [key, ...otherPlaces(key)]) {
      const path = join(folder, place);
      const file = await open(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw unreadable(path, error);
      });
      if (file === undefined) continue;
      // Some archives have the file in a folder that is called so.
      if (place === key || (await file.stat()).isFile()) return readPieces(path, file);
      await file.close();
    }
    const named = await stat(folder).catch(() => undefined);
    if (named && !named.isDirectory()) {
      throw new DatasetError(
        "INVALID_ARGUMENT",
        `mirror must be a folder or an address, got the file ${folder}`,
      );
    }
    throw new DatasetError(
      "NOT_FOUND",
      `The mirror folder ${folder} has no ${key}, zipped or unzipped, nor where torchvision has it: put the file there, or drop ` +
        "`mirror` to download it",
    );
  },

  get: httpGet,

  async sha256(bytes: Uint8Array): Promise<string> {
    // crypto.subtle would copy all of them first.
    const hash = createHash("sha256");
    for (let at = 0; at < bytes.length; at += hashedAtOnce) {
      hash.update(bytes.subarray(at, at + hashedAtOnce));
      await nextTurn();
    }
    return hash.digest("hex");
  },

  decompress,
};

async function* readPieces(path: string, file: FileHandle): AsyncGenerator<Uint8Array> {
  // One array for all pieces: of the garbage that others make, 30 MB may pile up.
  const room = new Uint8Array(pieceBytes);
  try {
    for (;;) {
      const { bytesRead } = await file.read(room).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      if (bytesRead === 0) return;
      yield room.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function unreadable(path: string, cause: unknown): DatasetError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatasetError("NOT_FOUND", `Could not read ${path} of the mirror folder: ${reason}`, { cause });
}
