import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatasetError } from "../DatasetError.ts";
import type { FileCache } from "./fileCache.ts";
import { homeFolder } from "./homeFolder.node.ts";
import { otherPlaces } from "./otherPlaces.node.ts";
import { isMissing, readIfThere } from "./readIfThere.node.ts";

/** Half-written files stand apart in this folder: what has its final name is whole. */
const unfinished = ".unfinished";

/** Older half-written files were left by processes that died. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** What `fileCache` is in Node. */
export function folderCache(folder: string = defaultFolder()): FileCache {
  return {
    folder,
    get: (key, room) => guard(`read ${key} from`, folder, () => readAnywhere(folder, key, room)),
    put: (key, bytes) =>
      guard(`write ${key} to`, folder, () => writeWhole(folder, pathOf(folder, key), bytes)),
    delete: (key) => guard(`delete ${key} from`, folder, () => rm(pathOf(folder, key), { force: true })),
    list: () => guard("list", folder, () => listKeys(folder)),
  };
}

function defaultFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg) return join(xdg, "minibatch");
  if (process.platform === "win32" && local) return join(local, "minibatch");
  const home = homeFolder();
  // What others may put there is verified as everything is.
  if (home === undefined) return join(tmpdir(), `minibatch-${process.getuid?.() ?? "cache"}`);
  return join(home, process.platform === "darwin" ? "Library/Caches" : ".cache", "minibatch");
}

function pathOf(folder: string, key: string): string {
  const steps = key.split("/");
  if (!steps.every((step) => /^[\w-][\w.-]*$/.test(step))) {
    throw new DatasetError(
      "INVALID_ARGUMENT",
      `A cache key is like mnist/t10k-labels-idx1-ubyte.gz, got ${key}`,
    );
  }
  return join(folder, ...steps);
}

async function readAnywhere(folder: string, key: string, room?: Uint8Array): Promise<Uint8Array | undefined> {
  const own = await readIfThere(pathOf(folder, key), room);
  if (own !== undefined) return own;
  for (const place of otherPlaces(key)) {
    const bytes = await readIfThere(join(folder, place), room).catch(() => undefined);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

async function guard<Result>(what: string, folder: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatasetError("CACHE_FAILED", `Could not ${what} the cache folder ${folder}: ${reason}`, {
      cause,
    });
  }
}

async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const nursery = join(folder, unfinished);
  await mkdir(nursery, { recursive: true });
  await removeAbandoned(nursery);
  const draft = join(nursery, randomUUID());
  try {
    const file = await open(draft, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await mkdir(dirname(path), { recursive: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function removeAbandoned(nursery: string): Promise<void> {
  for (const name of await readdir(nursery)) {
    const draft = join(nursery, name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > abandonedAfterMs) await rm(draft, { force: true });
  }
}

async function listKeys(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(join(folder, "x").length - 1)
          .replaceAll("\\", "/"),
      )
      .filter((key) => !key.startsWith(`${unfinished}/`))
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
