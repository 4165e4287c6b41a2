import { existsSync } from "node:fs";
import { runFiles } from "./runFiles.ts";

/** Whether a folder holds a model, as a run folder does when it is done. */
export function isModelFolder(folder: string): boolean {
  return existsSync(runFiles(folder).model);
}
