import type { LoadProgress } from "@minibatch/datasets";
import type { Session } from "./Session.ts";
import { bar } from "./terminal/bar.ts";
import { byteText } from "./terminal/byteText.ts";

/** Sources that are on this machine anyway: the cache, and a generator that draws. */
const LOCAL: ReadonlySet<string> = new Set(["cache", "drawn"]);

/**
 * Shows how loading a dataset goes: a bar for each file on a terminal, and a line for each file that came from
 * a mirror.
 */
export function loadProgress({ status, statusColour }: Session): (progress: LoadProgress) => void {
  const started = new Map<string, number>();
  return ({ file, source, loadedBytes, totalBytes }) => {
    const now = performance.now();
    const start = started.get(file) ?? now;
    if (!started.has(file)) started.set(file, now);
    if (loadedBytes < totalBytes) {
      const share = totalBytes > 0 ? loadedBytes / totalBytes : 0;
      const left = share > 0 ? `${Math.ceil(((now - start) / 1000 / share) * (1 - share))} s left` : "";
      status.update(() => `${file} ${statusColour.cyan(bar(share, 24))} ${byteText(totalBytes)}  ${left}`);
    } else if (!LOCAL.has(source) && started.get(file) !== Number.POSITIVE_INFINITY) {
      started.set(file, Number.POSITIVE_INFINITY);
      status.print(statusColour.dim(`${file}  ${byteText(totalBytes)} from ${source}`));
    }
  };
}
