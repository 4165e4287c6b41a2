import type { SourceFile } from "./PictureSource.ts";

/** A browser's file as one of a source. */
export function fileOf(path: string, file: File): SourceFile {
  return {
    path: path.normalize("NFC"),
    bytes: file.size,
    stamp: `${file.size} ${file.lastModified}`,
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}
