import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Session } from "../Session.ts";
import type { RunEntryOptions } from "./runEntry.ts";
import type { Sweep } from "./Sweep.ts";

/** The command itself, from its sources too, which a test runs: Node starts what was built. */
const bin = fileURLToPath(new URL("../../dist/node/bin.js", import.meta.url));

/**
 * Runs an entry in a process of its own, and waits for its end, however it ends.
 *
 * @param onLine gets each line that the process shows
 */
export function startEntry(
  sweep: Sweep,
  index: number,
  { threads, offline, mirror, cacheDir }: RunEntryOptions,
  { io }: Session,
  onLine: (line: string) => void,
): Promise<void> {
  const argv = [
    "sweep",
    "run",
    sweep.file,
    "--index",
    String(index),
    "--json",
    ...(threads === undefined ? [] : ["--threads", String(threads)]),
    ...(offline ? ["--offline"] : []),
    ...(mirror === undefined ? [] : ["--mirror", mirror]),
    ...(cacheDir === undefined ? [] : ["--cache-dir", cacheDir]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], {
      cwd: io.cwd,
      env: io.env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    const stop = (): void => void child.kill("SIGINT");
    io.signal.addEventListener("abort", stop, { once: true });
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text: string) => {
      const line = text.trimEnd().split("\n").at(-1);
      if (line) onLine(line);
    });
    child.on("error", reject);
    child.on("close", () => {
      io.signal.removeEventListener("abort", stop);
      resolve();
    });
  });
}
