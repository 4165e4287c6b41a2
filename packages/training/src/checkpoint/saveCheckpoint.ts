import { replaceFile } from "@minibatch/training/internal/platform";
import type { Checkpoint } from "./Checkpoint.ts";
import { encodeCheckpoint } from "./encodeCheckpoint.ts";

/**
 * Writes a checkpoint to a file in Node, as a whole or not at all: a crash in the middle leaves the one before.
 *
 * @param path the file; its folder is made when it does not exist
 * @example
 * await fit(model, train, { onCheckpoint: (checkpoint) => saveCheckpoint("checkpoint.safetensors", checkpoint) });
 */
export async function saveCheckpoint(path: string, checkpoint: Checkpoint): Promise<void> {
  await replaceFile(path, await encodeCheckpoint(checkpoint));
}
