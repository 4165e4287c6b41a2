import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isHidden } from "./isHidden.ts";
import type { PictureSource, SourceFile } from "./PictureSource.ts";

/** All that lies in a folder on this machine; links are followed, but never twice into the same folder. */
export async function folderSource(folder: string, signal?: AbortSignal): Promise<PictureSource> {
  const top = resolve(folder);
  const files: SourceFile[] = [];
  const folders: string[] = [];
  const seen = new Set<string>();
  async function walk(directory: string, prefix: string): Promise<void> {
    const real = await realpath(directory);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of await readdir(directory)) {
      signal?.throwIfAborted();
      if (isHidden(name)) continue;
      const place = join(directory, name);
      // A link that leads nowhere is no picture.
      const found = await stat(place).catch(() => undefined);
      if (found?.isDirectory()) {
        folders.push((prefix + name).normalize("NFC"));
        await walk(place, `${prefix}${name}/`);
      } else if (found?.isFile()) {
        files.push({
          path: (prefix + name).normalize("NFC"),
          bytes: found.size,
          stamp: `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino}`,
          read: () => readFile(place),
        });
      }
    }
  }
  await walk(top, "");
  return { name: basename(top), id: `folder:${top}`, files, folders, close: () => Promise.resolve() };
}
