import { isAbsolute, relative, resolve } from "node:path";

/** A path as a person in a folder would type it. */
export function displayPath(path: string, folder: string): string {
  const absolute = resolve(folder, path);
  const fromThere = relative(folder, absolute);
  return fromThere.startsWith("..") || isAbsolute(fromThere) ? absolute : fromThere || ".";
}
