import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";

/**
 * Writes files below a new folder, which is removed after the test.
 *
 * @param files by path; `undefined` is a folder
 * @returns the folder
 */
export async function makeFolder(
  files: Readonly<Record<string, Uint8Array | string | undefined>>,
): Promise<string> {
  const folder = join(await temporaryFolder(), "pictures");
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    await mkdir(content === undefined ? place : dirname(place), { recursive: true });
    if (content !== undefined) await writeFile(place, content);
  }
  return folder;
}
