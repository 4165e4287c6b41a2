import type { Backend, BackendDriver, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { inTime } from "./inTime.ts";

/** Longer than any start that comes to an end: a slow connection, a GPU that compiles its first shaders. */
const SECONDS = 120;

/**
 * Starts a backend, or fails: nothing that is started waits for ever.
 *
 * @throws {BackendError} the driver's, or `START_FAILED` where it neither starts nor fails
 */
export function start(driver: BackendDriver, options: StartBackendOptions): Promise<Backend> {
  const late = `the backend "${driver.name}" neither started nor failed within ${SECONDS} seconds: take another one`;
  return inTime(driver.start(options), SECONDS, () => new BackendError("START_FAILED", late));
}
