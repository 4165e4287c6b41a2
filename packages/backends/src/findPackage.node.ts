import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * Finds the folder of a package as Node does, by looking for files: Bun's loader would install what it does not find.
 *
 * @param from the path of the file that would import it
 * @returns an absolute path, or `undefined`
 */
export function findPackage(name: string, from: string): string | undefined {
  for (let folder = dirname(from), last = ""; folder !== last; folder = dirname(folder)) {
    const root = join(folder, "node_modules", name);
    if (existsSync(join(root, "package.json"))) return realpathSync(root);
    last = folder;
  }
  if (process.versions["bun"] !== undefined) return undefined;
  try {
    // Yarn's Plug'n'Play, Deno's cache, NODE_PATH.
    return dirname(createRequire(from).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
}
