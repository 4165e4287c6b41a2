import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What no person wrote; packages that lead to one another stand in it, and tests put folders there that come and go. */
const made = /^(node_modules|dist|build|tarballs)$/;

/** The scripts that people wrote in a folder, as paths from it with `/`. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return made.test(entry.name)
        ? []
        : sourceFiles(join(folder, entry.name)).map((path) => `${entry.name}/${path}`);
    return /\.(tsx?|m?js)$/.test(entry.name) ? [entry.name] : [];
  });
}
