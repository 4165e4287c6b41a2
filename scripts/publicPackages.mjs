import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./pnpm.mjs";

/**
 * The packages that are published, in alphabetical order of their folders.
 *
 * @returns {{ name: string, short: string, folder: string, manifest: any }[]} the name on npm, the name without its
 *   scope, the absolute path, and package.json
 */
export function publicPackages() {
  return ["apps", "packages"]
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(root, parent, name)))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ folder, manifest }) => ({
      name: manifest.name,
      short: manifest.name.replace(/^@[^/]*\//, ""),
      folder,
      manifest,
    }));
}
