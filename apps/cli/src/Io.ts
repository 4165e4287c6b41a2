/** A stream that text can be written to: `process.stdout` in the command, a recorder in tests. */
export interface TextStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** A stream that is read: `process.stdin` in the command. */
export interface InputStream extends NodeJS.ReadableStream {
  readonly isTTY?: boolean | undefined;
}

/** All that a run of the command has to do with the outside world. */
export interface Io {
  /** Gets results, and nothing else. */
  readonly stdout: TextStream;
  /** Gets progress, notices and errors. */
  readonly stderr: TextStream;
  /** Where answers come from, and data for `-`; without it there are none. */
  readonly stdin?: InputStream | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Asks the running command to stop. */
  readonly signal: AbortSignal;
}
