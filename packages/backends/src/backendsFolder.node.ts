import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Where `minibatch backends --setup` puts the libraries of a backend, and where drivers look for them: below
 * `MINIBATCH_BACKENDS`, or below the user's folder for the data of programs.
 *
 * @param folder instead of those
 * @returns an absolute path; it need not exist. None for a user without a home, as containers have them: code is not to be loaded from
 * a folder that everybody can write to
 */
export function backendsFolder(folder?: string): string | undefined {
  const { MINIBATCH_BACKENDS: named, XDG_DATA_HOME: data, LOCALAPPDATA: local } = process.env;
  if (folder ?? named) return folder ?? named ?? "";
  if (data) return join(data, "minibatch", "backends");
  if (process.platform === "win32" && local) return join(local, "minibatch", "backends");
  const library = process.platform === "darwin" ? "Library/Application Support" : ".local/share";
  try {
    return join(homedir(), library, "minibatch", "backends");
  } catch {
    return undefined;
  }
}
