import { readFile } from "@minibatch/training/internal/platform";
import type { Checkpoint } from "./Checkpoint.ts";
import { decodeCheckpoint } from "./encodeCheckpoint.ts";

/**
 * Reads a checkpoint from a file in Node.
 *
 * @throws {TrainingError} `CORRUPT_CHECKPOINT` when there is none or a byte of it is wrong
 * @example
 * await fit(model, train, { resumeFrom: await loadCheckpoint("checkpoint.safetensors") });
 */
export async function loadCheckpoint(path: string): Promise<Checkpoint> {
  return decodeCheckpoint(await readFile(path));
}
