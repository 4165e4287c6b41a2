import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";
import { isAddress } from "./createInputReader.ts";

/**
 * The pictures that an input stands for: itself, or all files of a folder and its folders, but for hidden ones, in the order of their names.
 *
 * @throws {CliError} `INVALID_USAGE` for what is not there, or a folder without files
 */
export async function pictureFiles(input: string, session: Session): Promise<string[]> {
  if (isAddress(input) || input === "-") return [input];
  const folder = session.resolve(input);
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) {
    throw new CliError(
      "INVALID_USAGE",
      `There is no file or folder ${input}. Give pictures, a folder of them, or a sample of a dataset such as mnist:test:42.`,
    );
  }
  if (!found.isDirectory()) return [input];
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !isHidden(path.slice(folder.length)));
  if (files.length === 0) throw new CliError("INVALID_USAGE", `There are no files in the folder ${input}.`);
  return files.map(session.display).sort((a, b) => (a < b ? -1 : 1));
}

function isHidden(path: string): boolean {
  return path.split(/[/\\]/).some((part) => /^\.[^.]|^__MACOSX$|^Thumbs\.db$/i.test(part));
}
