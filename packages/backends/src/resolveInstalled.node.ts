import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { backendsFolder } from "./backendsFolder.node.ts";
import { findPackage } from "./findPackage.node.ts";

/**
 * Finds the folder of a package: of the app's own first, as Node sees them from the working folder, from the program and
 * from here; then of those that setup put there for a backend. Loads and installs nothing.
 *
 * @returns an absolute path, or `undefined`
 */
export function resolveInstalled(library: string, backend: string, folder?: string): string | undefined {
  const backends = backendsFolder(folder);
  const managed = backends === undefined ? "" : join(backends, backend, "package.json");
  const program = process.argv[1] ?? "";
  for (const from of [
    join(process.cwd(), "package.json"),
    program,
    fileURLToPath(import.meta.url),
    managed,
  ]) {
    const found = from === "" ? undefined : findPackage(library, from);
    if (found !== undefined) return found;
  }
  return undefined;
}
