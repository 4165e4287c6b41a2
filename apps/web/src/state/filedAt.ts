/** A file as one of a chosen folder is, which says the way to it. */
export function filedAt(file: File, path: string): File {
  return Object.defineProperty(file, "webkitRelativePath", { value: path });
}
