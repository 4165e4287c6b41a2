import { filedAt } from "./filedAt.ts";

/**
 * The files that are dropped, and those of folders that are, with the way to each from the folder on, as a chosen folder has it.
 *
 * @param transfer empty once the event is over: it is asked at once for all that it holds
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<File[]> {
  const dropped = [...(transfer?.items ?? [])].map((item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const files = await Promise.all(
    dropped.map(async ({ entry, file }) => (entry?.isDirectory ? await filesOf(entry) : file ? [file] : [])),
  );
  return files.flat();
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [filedAt(file, entry.fullPath.replace(/^\//, ""))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // A browser gives a hundred at a time, and none in the end.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return files;
    files.push(...(await Promise.all(some.map(filesOf))).flat());
  }
}
