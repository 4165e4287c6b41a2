import { jsonText } from "./jsonText.ts";
import type { RunRecord } from "./RunRecord.ts";
import { runFiles } from "./runFiles.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";

/** Writes the `run.json` of a run folder anew. */
export async function writeRecord(folder: string, record: RunRecord): Promise<void> {
  await writeFileAtomic(runFiles(folder).run, jsonText(record));
}
