import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { backendsFolder } from "./backendsFolder.node.ts";

/**
 * Finds the folder of a package: of the app's own first, as Node sees them from the working folder, from the program and
 * from here; then of those that setup put there for a backend.
 *
 * @returns an absolute path, or `undefined`
 */
export function resolveInstalled(library: string, backend: string, folder?: string): string | undefined {
  const managed = join(backendsFolder(folder), backend, "package.json");
  const program = process.argv[1] ?? "";
  for (const from of [join(process.cwd(), "package.json"), program, import.meta.url, managed]) {
    if (from === "") continue;
    try {
      return dirname(createRequire(from).resolve(`${library}/package.json`));
    } catch {
      // Not from there.
    }
  }
  return undefined;
}
