import { mkdirSync, writeFileSync } from "node:fs";
import { CliError } from "../CliError.ts";
import { notWritable } from "../files/notWritable.ts";
import { jsonText } from "./jsonText.ts";
import { makeNumberedFolder } from "./makeNumberedFolder.ts";
import type { RunRecord } from "./RunRecord.ts";
import { runFiles } from "./runFiles.ts";

/**
 * Makes the folder of a new run and puts `run.json` in it, in such a way that of two processes only one gets it.
 *
 * Synchronous, so that an event listener can call it the moment training starts: until then nothing is on the disk.
 *
 * @param parent where folders without a name of their own go
 * @param out the folder that was asked for; without one, the first free `<recipe>-<n>` in `parent`
 * @returns the folder
 * @throws {CliError} `RUN_EXISTS` when `out` holds a run, `NOT_WRITABLE` when the disk refuses
 */
export function claimRunFolder(record: RunRecord, parent: string, out: string | undefined): string {
  try {
    const folder = out ?? makeNumberedFolder(parent, record.recipe);
    mkdirSync(folder, { recursive: true });
    writeFileSync(runFiles(folder).run, jsonText(record), { flag: "wx" });
    return folder;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    // Where a file lies in the way, it is mkdir that finds it.
    if (out !== undefined && code === "EEXIST" && syscall === "open") throw runExists(out, error);
    throw notWritable(`The run folder ${out ?? parent}`, error, "folder");
  }
}

/** The error for a folder that is taken. */
export function runExists(folder: string, cause?: unknown): CliError {
  return new CliError(
    "RUN_EXISTS",
    `${folder} already holds a run. Go on with it by --resume ${folder}, or name another folder with --out.`,
    { cause },
  );
}
