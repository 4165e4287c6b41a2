import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";

/**
 * Makes a folder once for all test files of a run: the first that asks makes it, and the others wait for it.
 *
 * @param name tells it from others
 * @param make fills the folder, which is there and empty
 * @returns the absolute path of the folder, which nobody may change
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const at = (suffix: string): string => join(inject("runFolder"), `${name}${suffix}`);
  const [folder, made, failed] = [at(""), at("-made"), at("-failed")];
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await make(folder);
    } catch (error) {
      await writeFile(failed, String(error));
      throw error;
    }
    await writeFile(made, "");
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made: see the first test that tried.`);
    await wait(50);
  }
  return folder;
}
