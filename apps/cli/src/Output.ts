/** What a command found out: one object for programs, or text for people. */
export interface Output {
  /** What `--json` prints. */
  readonly json: object;
  /** What is printed without it. */
  text(): string;
}
