import { isHidden } from "./isHidden.ts";
import { fileOf } from "./fileOf.ts";
import type { PictureSource, SourceFile } from "./PictureSource.ts";

/** All that lies in a folder that was dropped on a page, or picked there. */
export async function directorySource(
  top: FileSystemDirectoryHandle,
  signal?: AbortSignal,
): Promise<PictureSource> {
  const files: SourceFile[] = [];
  const folders: string[] = [];
  async function walk(directory: FileSystemDirectoryHandle, prefix: string): Promise<void> {
    for await (const [name, handle] of directory.entries()) {
      signal?.throwIfAborted();
      if (isHidden(name)) continue;
      if (handle.kind === "file") {
        files.push(fileOf(prefix + name, await handle.getFile()));
      } else {
        folders.push((prefix + name).normalize("NFC"));
        await walk(handle, `${prefix}${name}/`);
      }
    }
  }
  await walk(top, "");
  return { name: top.name, id: `directory:${top.name}`, files, folders, close: () => Promise.resolve() };
}
