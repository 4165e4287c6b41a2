import { TrainingError } from "./TrainingError.ts";

/** Refuses: a browser has no files of its own. */
export function replaceFile(path: string, _bytes: Uint8Array): Promise<void> {
  return Promise.reject(noFiles(path));
}

/** Refuses: a browser has no files of its own. */
export function readFile(path: string): Promise<Uint8Array> {
  return Promise.reject(noFiles(path));
}

function noFiles(path: string): TrainingError {
  return new TrainingError(
    "INVALID_ARGUMENT",
    `A browser has no file "${path}". Keep the bytes of encodeCheckpoint in IndexedDB instead.`,
  );
}
