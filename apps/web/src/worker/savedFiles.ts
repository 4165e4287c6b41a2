import { unzipSync } from "fflate";
import { WorkerError } from "./WorkerError.ts";

/** A file as a person chose it. */
export interface ChosenFile {
  /** Its path within the folder that was chosen, or its name alone. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** All that a saved run or model has here, in bytes: the largest network of the recipes, its optimizer included, has 15 MB. */
const maxBytes = 512 * 1024 * 1024;

/**
 * Finds a saved run or model among files: what lies beside the uppermost `run.json` or `model.json`. Zips are looked into.
 *
 * @returns the files by their paths from there, and the name of the folder or the zip
 * @throws {WorkerError} `NOT_FOUND` without such a file, `INVALID_FILE` for a zip that cannot be read, `LIMIT_EXCEEDED`
 */
export function savedFiles(chosen: readonly ChosenFile[]): SavedFiles {
  const all = chosen.flatMap((file) => (file.path.endsWith(".zip") ? unpack(file) : [file]));
  const [top] = all
    .filter(({ path }) => /(^|\/)(run|model)\.json$/.test(path))
    .sort((a, b) => depth(a.path) - depth(b.path));
  if (!top) {
    throw new WorkerError(
      "NOT_FOUND",
      "There is neither run.json nor model.json among these files. Choose a run folder of minibatch, a zip that was saved here, or model.json together with its weights.",
    );
  }
  const folder = top.path.slice(0, top.path.lastIndexOf("/") + 1);
  const files = all
    .filter(({ path }) => path.startsWith(folder))
    .map(({ path, bytes }) => [path.slice(folder.length), bytes] as const);
  const name = folder.split("/").at(-2) ?? chosen[0]?.path.replace(/\.\w+$/, "") ?? "";
  return { name, files: new Map(files) };
}

/** What {@link savedFiles} finds. */
export interface SavedFiles {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

function unpack({ path, bytes }: ChosenFile): ChosenFile[] {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ originalSize }) {
        total += originalSize;
        if (total > maxBytes) throw tooLarge(path);
        return true;
      },
    });
    return Object.entries(files).map(([path, bytes]) => ({ path, bytes }));
  } catch (error) {
    if (error instanceof WorkerError) throw error;
    throw new WorkerError("INVALID_FILE", `${path} is no zip file, or it is damaged: save or copy it again.`);
  }
}

function tooLarge(path: string): WorkerError {
  return new WorkerError("LIMIT_EXCEEDED", `${path} holds more than 512 MB, which no model here needs.`);
}

function depth(path: string): number {
  return path.split("/").length;
}
