import type { Checkpoint } from "./checkpoint/Checkpoint.ts";
import { TrainingError } from "./TrainingError.ts";

/** Refuses: a browser has no files of its own. */
export function saveCheckpoint(path: string, _checkpoint: Checkpoint): Promise<void> {
  return Promise.reject(noFiles(path));
}

/** Refuses: a browser has no files of its own. */
export function loadCheckpoint(path: string): Promise<Checkpoint> {
  return Promise.reject(noFiles(path));
}

function noFiles(path: string): TrainingError {
  return new TrainingError(
    "INVALID_ARGUMENT",
    `A browser has no file "${path}". Keep the bytes of encodeCheckpoint in IndexedDB instead.`,
  );
}
