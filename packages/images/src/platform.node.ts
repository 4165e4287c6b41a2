import { open, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { fileCache } from "@minibatch/datasets";
import { decode } from "./decoders/decode.node.ts";
import { startThread } from "./develop/startThread.node.ts";
import { ImageError } from "./ImageError.ts";
import type { Platform } from "./Platform.ts";
import { folderSource } from "./sources/folderSource.node.ts";
import type { PictureSource } from "./sources/PictureSource.ts";
import { zipSource } from "./sources/zipSource.ts";

const unpack = promisify(inflateRaw);

export const platform: Platform = {
  cores: availableParallelism,

  defaultCache: () => fileCache(),

  openPath,

  decode,

  startThread,

  async inflate(packed, length) {
    const bytes = await unpack(packed, { maxOutputLength: Math.max(1, length) });
    if (bytes.length !== length) throw new RangeError(`expected ${length} bytes, got ${bytes.length}`);
    return bytes;
  },
};

async function openPath(path: string, signal?: AbortSignal): Promise<PictureSource> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new ImageError("NOT_FOUND", `There is no folder or zip archive ${path}`, { cause });
  });
  if (found.isDirectory()) {
    return folderSource(path, signal).catch((cause: unknown) => {
      signal?.throwIfAborted();
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new ImageError("NOT_FOUND", `The folder ${path} cannot be read: ${why}`, { cause });
    });
  }
  if (!/\.zip$/i.test(path)) {
    throw new ImageError(
      "INVALID_ARGUMENT",
      `${path} is a file: give a folder of pictures, or a .zip of one`,
    );
  }
  const file = await open(path);
  return zipSource(basename(path), `zip:${resolve(path)}`, {
    bytes: found.size,
    async read(start, end) {
      const room = new Uint8Array(Math.max(0, Math.min(end, found.size) - start));
      const { bytesRead } = await file.read(room, 0, room.length, start);
      return room.subarray(0, bytesRead);
    },
    close: () => file.close(),
  });
}
