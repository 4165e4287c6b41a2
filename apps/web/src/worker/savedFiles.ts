import { maxBytes } from "./acceptedFiles.ts";
import { readZip } from "./readZip.ts";
import { WorkerError } from "./WorkerError.ts";

/** A file as a person chose it. */
export interface ChosenFile {
  /** Its path within the folder that was chosen, or its name alone. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Finds a saved run or model among files: what lies beside the uppermost `run.json` or `model.json`. Zips are looked into.
 *
 * @returns the files by their paths from there, and the name of the folder or the zip
 * @throws {WorkerError} `NO_RUN` without such a file, and what reading a zip throws
 */
export function savedFiles(chosen: readonly ChosenFile[]): SavedFiles {
  const all = chosen.flatMap((file) =>
    /\.zip$/i.test(file.path) ? readZip(file.path, file.bytes, maxBytes) : [file],
  );
  const [top] = all
    .filter(({ path }) => /(^|\/)(run|model)\.json$/.test(path))
    .sort((a, b) => depth(a.path) - depth(b.path));
  if (!top) {
    throw new WorkerError(
      "NO_RUN",
      "There is neither run.json nor model.json among these files. Choose a run folder of minibatch, a zip that was saved here, or model.json together with its weights.",
      ["run.json", "model.json"],
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

function depth(path: string): number {
  return path.split("/").length;
}
