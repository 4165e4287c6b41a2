import { spawn } from "node:child_process";
import { BackendError } from "../BackendError.ts";

/** So much of a program's output is kept: the reason of a failure stands at its end. */
const TAIL = 20_000;

/** Options of {@link runCommand}. */
export interface CommandOptions {
  readonly cwd?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end, with its children stopped when `signal` aborts.
 *
 * @returns what it wrote on standard output, at most the last 20,000 characters
 * @throws {BackendError} `SETUP_FAILED` when it is missing or fails, with the end of what it wrote
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  { cwd, signal, env }: CommandOptions = {},
): Promise<string> {
  signal?.throwIfAborted();
  const windows = process.platform === "win32";
  const child = spawn(program, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that all of it can be stopped; npm is a .cmd on Windows, which only a shell runs.
    detached: !windows,
    shell: windows,
  });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output = (output + text).slice(-TAIL);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors = (errors + text).slice(-TAIL);
  });
  const stop = () => {
    if (child.pid === undefined) return;
    if (windows) child.kill();
    else process.kill(-child.pid);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject).once("close", resolve);
    });
    signal?.throwIfAborted();
    if (code === 0) return output;
    throw new Error(lastLines(`${output}\n${errors}`));
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackendError("SETUP_FAILED", `${[program, ...args.slice(0, 2)].join(" ")} failed: ${why}`, {
      cause,
    });
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** Without what npm tells the scripts that it runs: an npm inside one would take the wrong folder for its own. */
function environment(): NodeJS.ProcessEnv {
  const told =
    /^(npm_(package|lifecycle|command|config_(local_prefix|prefix|recursive))|INIT_CWD$|NODE_OPTIONS$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

function lastLines(text: string): string {
  const lines = text
    .split("\n")
    .filter(
      (line) => line.trim() !== "" && !/^(npm (warn|error) (code|path|command|A complete log))/.test(line),
    );
  return lines.slice(-6).join("\n");
}
