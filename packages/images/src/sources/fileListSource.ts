import { ImageError } from "../ImageError.ts";
import type { PictureSource, SourceFile } from "./PictureSource.ts";
import { fileOf } from "./fileOf.ts";

/** The files of a folder that was chosen in a browser. */
export function fileListSource(list: Iterable<File>): PictureSource {
  const files: SourceFile[] = [];
  for (const file of list) {
    if (!(file instanceof Blob)) {
      throw new ImageError("INVALID_ARGUMENT", `Each file must be a File, got ${String(file)}`);
    }
    files.push(fileOf(file.webkitRelativePath || file.name, file));
  }
  const [top = "", ...below] = files[0]?.path.split("/") ?? [];
  const name = below.length > 0 ? top : "pictures";
  return { name, id: `files:${name}`, files, folders: [], close: () => Promise.resolve() };
}
