import { platform } from "@minibatch/images/internal/platform";
import { ImageError } from "../ImageError.ts";
import { blobBytes, memoryBytes } from "./ByteRange.ts";
import { directorySource } from "./directorySource.ts";
import { fileListSource } from "./fileListSource.ts";
import type { PictureSource } from "./PictureSource.ts";
import { zipSource } from "./zipSource.ts";

/**
 * What pictures can be read from:
 * - a path of a folder or of a `.zip` (Node only)
 * - the files of an `<input type="file" webkitdirectory>`, or any list of `File`s with `webkitRelativePath`
 * - the handle of a folder, as browsers give it for one that is dropped or picked
 * - a `.zip` as a `File`, a `Blob` or its bytes
 */
export type ImageSource =
  | string
  | Blob
  | Uint8Array
  | ArrayBuffer
  | Iterable<File>
  | FileSystemDirectoryHandle;

/** Lists what is in a source. */
export async function openSource(source: ImageSource, signal?: AbortSignal): Promise<PictureSource> {
  if (typeof source === "string") return platform.openPath(source, signal);
  if (source instanceof Uint8Array) return zipSource("pictures.zip", "bytes", memoryBytes(source));
  if (source instanceof ArrayBuffer) {
    return zipSource("pictures.zip", "bytes", memoryBytes(new Uint8Array(source)));
  }
  if (typeof Blob !== "undefined" && source instanceof Blob) {
    const { name = "pictures.zip" } = source as Partial<File>;
    return zipSource(name, `zip:${name}`, blobBytes(source));
  }
  if (isDirectoryHandle(source)) return directorySource(source, signal);
  if (typeof source === "object" && source !== null && Symbol.iterator in source)
    return fileListSource(source);
  throw new ImageError(
    "INVALID_ARGUMENT",
    `Pictures come from a folder's path, files, a folder's handle or a .zip, got ${source === null ? "null" : typeof source}`,
  );
}

function isDirectoryHandle(source: object): source is FileSystemDirectoryHandle {
  return (source as Partial<FileSystemDirectoryHandle>)?.kind === "directory";
}
