/** What a command found out: one object for programs, or text for people. */
export interface Output {
  /** What `--json` prints. */
  readonly json: object;
  /** What is printed without it. */
  text(): string;
  /** 1 when what was found out is bad news, such as a damaged file. */
  readonly code?: 0 | 1;
  /** What goes on when this is printed, until it is stopped: a server. */
  readonly running?: Promise<void>;
}
