import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BackendError } from "./BackendError.ts";
import { resolveInstalled } from "./resolveInstalled.node.ts";

/**
 * Imports a library that the app or setup installed.
 *
 * @throws {BackendError} `NOT_INSTALLED`
 */
export async function importInstalled(library: string, backend: string, folder?: string): Promise<unknown> {
  const root = resolveInstalled(library, backend, folder);
  if (root === undefined) {
    throw new BackendError(
      "NOT_INSTALLED",
      `expected ${library} to be installed: run minibatch backends --setup ${backend}, or npm install ${library}`,
    );
  }
  const entry = createRequire(join(root, "package.json")).resolve(root);
  return import(pathToFileURL(entry).href);
}
