import type { Io } from "../src/Io.ts";
import { main } from "../src/main.ts";

/** What a run of the command left behind. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of {@link runCli}. */
export interface RunCliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** What is typed, or comes through a pipe. */
  readonly stdin?: Io["stdin"];
  /** Whether both streams are terminals. */
  readonly tty?: boolean;
}

/** Runs the command in this process, with streams that record. */
export async function runCli(argv: readonly string[], options: RunCliOptions = {}): Promise<CliRun> {
  const { cwd = "/", env = {}, signal = new AbortController().signal, tty = false } = options;
  const written = { stdout: "", stderr: "" };
  const recorder = (name: keyof typeof written) => ({
    isTTY: tty,
    columns: tty ? 80 : undefined,
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await main(argv, {
    cwd,
    env,
    signal,
    stdin: options.stdin,
    stdout: recorder("stdout"),
    stderr: recorder("stderr"),
  });
  return { code, ...written };
}
