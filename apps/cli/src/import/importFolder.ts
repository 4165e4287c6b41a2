import { existsSync } from "node:fs";
import { CliError } from "../CliError.ts";
import { isModelFolder } from "../run/isModelFolder.ts";
import { makeNumberedFolder } from "../run/makeNumberedFolder.ts";
import { runFiles } from "../run/runFiles.ts";
import type { Session } from "../Session.ts";
import { fileNameOf } from "./fileNameOf.ts";

/**
 * Refuses a folder that holds a model or a run already.
 *
 * @param out as it was typed; none is fine
 * @throws {CliError} `FILE_EXISTS`
 */
export function requireFree(out: string | undefined, session: Session): void {
  if (out === undefined) return;
  const folder = session.resolve(out);
  if (!isModelFolder(folder) && !existsSync(runFiles(folder).run)) return;
  throw new CliError(
    "FILE_EXISTS",
    `${session.display(folder)} already holds a model. Name another folder with --out.`,
  );
}

/** The folder of a model that is taken in: the one that was asked for, or the first free `runs/<model>-<n>`, which is made. */
export function importFolder(path: string, out: string | undefined, session: Session): string {
  if (out !== undefined) return session.resolve(out);
  const name = fileNameOf(path).replace(/(\.weights)?\.(keras|h5|hdf5|json)$/i, "");
  return makeNumberedFolder(session.resolve("runs"), name || "model");
}
