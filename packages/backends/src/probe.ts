import type { BackendDriver, BackendStatus, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { inTime } from "./inTime.ts";

/** A GPU may take seconds to wake. */
const SECONDS = 30;

/** Asks a driver whether its backend can be started; one that does not answer cannot. */
export async function probe(driver: BackendDriver, options: StartBackendOptions): Promise<BackendStatus> {
  const late = new BackendError("NOT_AVAILABLE", `it does not answer within ${SECONDS} seconds`);
  try {
    return await inTime(driver.probe(options), SECONDS, () => late);
  } catch (error) {
    if (error !== late) throw error;
    const fix = "update its driver, or take another backend";
    return { name: driver.name, available: false, reason: late.message, fix, device: "" };
  }
}
