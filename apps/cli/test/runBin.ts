import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What is published: `npm test` builds it before the tests run. */
export const bin: string = fileURLToPath(new URL("../dist/node/bin.js", import.meta.url));

/** How a process ended, and what it has shown. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process; `onStderr` gets all that standard error has shown so far, `meanwhile` the process. */
export function runBin(
  argv: readonly string[],
  cwd: string,
  onStderr?: (text: string, kill: (signal: NodeJS.Signals) => void) => void,
  meanwhile?: (child: ChildProcess) => Promise<void>,
) {
  return new Promise<Ended>((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...argv], { cwd, env: { PATH: process.env["PATH"] } });
    const output = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes: Buffer) => (output.stdout += bytes.toString()));
    child.stderr.on("data", (bytes: Buffer) => {
      output.stderr += bytes.toString();
      onStderr?.(output.stderr, (signal) => child.kill(signal));
    });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, ...output }));
    meanwhile?.(child).catch(reject);
  });
}
