import type { KernelBackend } from "@tensorflow/tfjs-core";
import type { BackendError } from "./BackendError.ts";

/** So long after a read that failed the reason may come, in milliseconds: more than a second where other programs have the processor. */
const patience = 10_000;

/**
 * Makes reading from a backend fail with what has happened to its device. tfjs itself goes on without a word: values
 * read from a device that is lost, or that had no memory left, are zeros, and what waits for a lost device waits for ever.
 *
 * @param fault what has happened, or `undefined` while all is well
 * @returns ends the reads that wait; to be called when something has happened
 */
export function guardReads(backend: KernelBackend, fault: () => BackendError | undefined): () => void {
  const waiting = new Set<(error?: unknown) => void>();
  const told = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => resolve();
      waiting.add(end);
      setTimeout(end, patience);
    });
  const read = backend.read.bind(backend);
  const readSync = backend.readSync.bind(backend);
  backend.read = async (data) => {
    throwFault();
    try {
      return await new Promise((resolve, reject) => {
        waiting.add(reject);
        void read(data)
          .then(resolve, reject)
          .finally(() => waiting.delete(reject));
      });
    } catch (error) {
      // The reason for the loss can come a moment after what it broke: with WebGPU, some tasks later.
      if (!fault()) await told();
      throw fault() ?? error;
    } finally {
      throwFault();
    }
  };
  backend.readSync = (data) => {
    throwFault();
    const values = readSync(data);
    throwFault();
    return values;
  };

  return () => {
    for (const end of waiting) end(fault());
    waiting.clear();
  };

  function throwFault(): void {
    const error = fault();
    if (error) throw error;
  }
}
