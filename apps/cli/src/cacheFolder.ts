import { homedir } from "node:os";
import { join } from "node:path";
import type { Io } from "./Io.ts";

/**
 * Where `@minibatch/datasets` keeps files when no folder is named: it does so by the same rules, but does not tell where.
 *
 * @returns an absolute path; the folder need not exist
 */
export function cacheFolder(env: Io["env"]): string {
  if (env["XDG_CACHE_HOME"]) return join(env["XDG_CACHE_HOME"], "minibatch");
  if (process.platform === "win32" && env["LOCALAPPDATA"]) return join(env["LOCALAPPDATA"], "minibatch");
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "minibatch");
}
