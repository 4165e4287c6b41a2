import { BackendError } from "./BackendError.ts";

/**
 * The error for a library behind a backend that cannot be loaded, which users install only if they want it.
 *
 * Who throws it has the `import` in a `try`: webpack then builds apps that do not have the library, too.
 *
 * @param library its package name
 * @param cause what the import failed with
 */
export function notInstalled(library: string, cause: unknown): BackendError {
  return new BackendError(
    "NOT_INSTALLED",
    `expected ${library} to be installed: run npm install ${library}`,
    { cause },
  );
}
