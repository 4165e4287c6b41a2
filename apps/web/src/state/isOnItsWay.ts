import type { FollowedRun } from "./FollowedRun.ts";

/** Whether a run is on its way, in whatever tab. */
export function isOnItsWay({ status }: Pick<FollowedRun, "status">): boolean {
  return !["paused", "done", "failed"].includes(status);
}
