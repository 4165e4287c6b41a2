import type { Helper } from "./Helper.ts";

/** How long a thread may take to come up. It takes some tens of milliseconds; a crowded machine, seconds. */
const PATIENCE = 10_000;

/** What has become of the threads that were started. */
export interface Attendance {
  /** How many are up. One that comes late counts from then on, one that dies no longer. */
  up: number;
  /** Why one is missing; the last reason where there are several. */
  reason: string;
}

/**
 * Waits until each thread is up, has failed, or has had its time, and keeps counting afterwards.
 *
 * @returns the count, which goes on changing
 */
export async function awaitHelpers(helpers: readonly Helper[]): Promise<Attendance> {
  const attendance: Attendance = { up: 0, reason: "" };
  await Promise.all(helpers.map((helper) => arrival(helper, attendance)));
  return attendance;
}

function arrival(helper: Helper, attendance: Attendance): Promise<void> {
  return new Promise((resolve) => {
    let up = false;
    const late = setTimeout(() => {
      attendance.reason = `it was not up within ${PATIENCE / 1000} seconds`;
      settle();
    }, PATIENCE);
    const settle = () => {
      clearTimeout(late);
      helper.release();
      resolve();
    };
    helper.onUp(() => {
      up = true;
      attendance.up += 1;
      settle();
    });
    helper.onGone((reason) => {
      if (up) attendance.up -= 1;
      attendance.reason = reason;
      settle();
    });
  });
}
