import { readFile } from "node:fs/promises";
import { CliError } from "../CliError.ts";
import type { RunRecord } from "./RunRecord.ts";
import { runFiles } from "./runFiles.ts";

/**
 * Reads the `run.json` of a run folder.
 *
 * @throws {CliError} `RUN_NOT_FOUND` without one there, `INVALID_RUN` when it cannot be understood
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const file = runFiles(folder).run;
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError(
      "RUN_NOT_FOUND",
      `There is no run in ${folder}: it holds no run.json. Give the folder that "minibatch train" printed.`,
      { cause },
    );
  });
  const record = parse(text);
  if (!isRunRecord(record)) {
    throw new CliError(
      "INVALID_RUN",
      `${file} is damaged or of another version of minibatch: train again into a new folder.`,
    );
  }
  return record;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRunRecord(value: unknown): value is RunRecord {
  const record = value as Partial<RunRecord> | undefined;
  return (
    record?.format === 1 && typeof record.recipe === "string" && typeof record.settings?.epochs === "number"
  );
}
