import type { KernelBackend } from "@tensorflow/tfjs-core";
import type { BackendError } from "./BackendError.ts";

/**
 * Makes reading from a backend fail with what has happened to its device. tfjs itself goes on without a word: values
 * read from a device that is lost, or that had no memory left, are zeros.
 *
 * @param fault what has happened, or `undefined` while all is well
 */
export function guardReads(backend: KernelBackend, fault: () => BackendError | undefined): void {
  const read = backend.read.bind(backend);
  const readSync = backend.readSync.bind(backend);
  backend.read = async (data) => {
    throwFault();
    try {
      return await read(data);
    } catch (error) {
      // The reason for the loss can come a moment after what it broke.
      await Promise.resolve();
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

  function throwFault(): void {
    const error = fault();
    if (error) throw error;
  }
}
