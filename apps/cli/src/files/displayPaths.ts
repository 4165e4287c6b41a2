import { sep } from "node:path";

/**
 * A message with the paths in it as a person in a folder would type them, for whoever threw it and knew no folder.
 *
 * @param folder absolute
 */
export function displayPaths(message: string, folder: string): string {
  if (folder.endsWith(sep)) return message;
  // At the beginning of a path, not within a longer one.
  const inside = new RegExp(`(?<![\\w.~/\\\\-])${escaped(folder + sep)}(?=\\S)`, "g");
  return message.replaceAll(inside, "");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
