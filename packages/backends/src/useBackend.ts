import * as tf from "@tensorflow/tfjs-core";
import { BackendError } from "./BackendError.ts";

/**
 * Makes TensorFlow.js run on a backend that is registered.
 *
 * @param fix what to do when it does not start
 * @param prepare what the library has to be told before
 * @throws {BackendError} `START_FAILED` when it does not start, with what to do
 */
export async function useBackend(
  name: string,
  fix: string,
  prepare: () => Promise<void> = async () => {},
): Promise<void> {
  let started: boolean;
  try {
    await prepare();
    started = await tf.setBackend(name);
    await tf.ready();
  } catch (cause) {
    throw new BackendError("START_FAILED", `the backend "${name}" did not start: ${fix}`, { cause });
  }
  if (!started) throw new BackendError("START_FAILED", `the backend "${name}" did not start: ${fix}`);
}
