import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { CliError } from "../CliError.ts";

/**
 * Reads a JSON file that a finished run left in its folder.
 *
 * @throws {CliError} `INVALID_RUN` when it is missing or damaged
 */
export async function readRunPart<Part>(file: string): Promise<Part> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Part;
  } catch (cause) {
    throw new CliError(
      "INVALID_RUN",
      `${basename(file)} of this run is missing or damaged (${file}): train again into a new folder.`,
      { cause },
    );
  }
}
