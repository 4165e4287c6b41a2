import { basename, resolve } from "node:path";

/** The name of a model's file or folder; of an address without its query, which may be a key. */
export function fileNameOf(path: string): string {
  return basename(/^https?:\/\//i.test(path) ? new URL(path).pathname : resolve(path));
}
