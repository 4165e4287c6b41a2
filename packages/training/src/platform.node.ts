import { mkdir, open, readFile as read, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { TrainingError } from "./TrainingError.ts";

/** Writes a file as a whole or not at all, and its folder when it does not exist. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = await open(temporary, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Reads the file of a checkpoint. */
export async function readFile(path: string): Promise<Uint8Array> {
  try {
    return await read(path);
  } catch (cause) {
    throw new TrainingError(
      "CORRUPT_CHECKPOINT",
      `There is no checkpoint to go on from: ${path} cannot be read.`,
      { cause },
    );
  }
}
