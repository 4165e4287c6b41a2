import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { TrainingError } from "../TrainingError.ts";
import type { Checkpoint } from "./Checkpoint.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./encodeCheckpoint.ts";

/**
 * Writes a checkpoint to a file in Node, as a whole or not at all: a crash in the middle leaves the one before.
 *
 * @param path the file; its folder is made when it does not exist
 * @example
 * await fit(model, train, { onCheckpoint: (checkpoint) => saveCheckpoint("checkpoint.safetensors", checkpoint) });
 */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  const bytes = await encodeCheckpoint(checkpoint);
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

/**
 * Reads a checkpoint from a file in Node.
 *
 * @throws {TrainingError} `CORRUPT_CHECKPOINT` when there is none or a byte of it is wrong
 * @example
 * await fit(model, train, { resumeFrom: await loadCheckpoint("checkpoint.safetensors") });
 */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new TrainingError(
      "CORRUPT_CHECKPOINT",
      `There is no checkpoint to go on from: ${path} cannot be read.`,
      {
        cause: error,
      },
    );
  }
  return decodeCheckpoint(bytes);
}
