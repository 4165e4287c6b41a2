import type { Training } from "./training.ts";

/** Whether a run is on its way, in whatever tab. */
export function isOnItsWay({ status }: Pick<Training, "status">): boolean {
  return !["paused", "done", "failed"].includes(status);
}
