import { CliError } from "../CliError.ts";
import { isSystemError, systemReason } from "./systemReason.ts";

/** What was to be done with a file; whatever is not named here writes. */
const verbs: Readonly<Record<string, string>> = {
  open: "opened",
  read: "read",
  scandir: "read",
  stat: "read",
  lstat: "read",
  mkdir: "made",
};

/**
 * An error of the system about a file as one of ours, for wherever nobody knew more of the file than its path.
 *
 * @param display a path as a person would type it
 * @returns nothing for any other error
 */
export function fileFault(error: unknown, display: (path: string) => string): CliError | undefined {
  if (!isSystemError(error)) return undefined;
  const { path, dest, syscall = "" } = error as NodeJS.ErrnoException & { readonly dest?: string };
  // A file comes into being under another name, and is renamed when it is whole.
  const file = dest ?? path;
  const name = file === undefined ? "A file" : display(file);
  return new CliError(
    "FILE_FAILED",
    `${name} cannot be ${verbs[syscall] ?? "written"}: ${systemReason(error)}.`,
    { cause: error },
  );
}
