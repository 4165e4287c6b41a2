import { tmpdir } from "node:os";
import { basename, dirname } from "node:path";
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
export function loadProgress(session: Session): (progress: LoadProgress) => void {
  const { status, statusColour } = session;
  const started = new Map<string, number>();
  let notice = temporaryNotice(session);
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
      if (notice !== "") status.print(notice);
      notice = "";
    }
  };
}

/** What to say of a download that may not be here the next time: the user has no home, and the cache is a temporary folder. */
function temporaryNotice({ cache: { folder }, source }: Session): string {
  const isTemporary = dirname(folder) === tmpdir() && basename(folder).startsWith("minibatch-");
  if (source.cache !== undefined || !isTemporary) return "";
  return (
    `Kept in ${folder}, since this user has no home folder. ` +
    "Name a lasting one with --cache-dir or MINIBATCH_CACHE."
  );
}
