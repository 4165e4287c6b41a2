import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelFiles } from "./ModelFiles.ts";

/**
 * Writes files into a folder, in their order: all of them beside what is there, and only then each in its place. When one cannot be
 * written, all is as before.
 */
export async function replaceFiles(folder: string, files: ModelFiles): Promise<void> {
  const drafts = Array.from(files, ([name, contents]) => {
    const path = join(folder, name);
    return { path, contents, draft: `${path}.${randomUUID()}.tmp` };
  });
  try {
    for (const { draft, contents } of drafts) await writeFile(draft, contents);
    for (const { draft, path } of drafts) await rename(draft, path);
  } catch (error) {
    for (const { draft } of drafts) await rm(draft, { force: true });
    throw error;
  }
}
