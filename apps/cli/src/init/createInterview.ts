import { createInterface } from "node:readline";
import { CliError } from "../CliError.ts";
import type { Io } from "../Io.ts";

/** Questions to a person at a terminal. */
export interface Interview {
  /**
   * Asks until the answer can be used.
   *
   * @param proposal what Enter alone answers
   * @param use turns an answer into what it means, or throws a {@link CliError} that says why it cannot
   * @throws {CliError} `INTERRUPTED` when the person goes away
   */
  ask<Value>(
    question: string,
    proposal: string | undefined,
    use: (answer: string) => Value | Promise<Value>,
  ): Promise<Value>;
  /** Lets the input go. */
  close(): void;
}

/** @returns nothing where nobody sits at a terminal */
export function createInterview({ stdin, stderr, signal }: Io): Interview | undefined {
  if (stdin?.isTTY !== true || stderr.isTTY !== true) return undefined;
  // The terminal itself echoes and edits; Ctrl-C reaches the process as ever.
  const lines = createInterface({ input: stdin, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  signal.addEventListener("abort", () => lines.close(), { once: true });
  return {
    async ask(question, proposal, use) {
      for (;;) {
        stderr.write(`${question}${proposal === undefined ? "" : ` [${proposal}]`} `);
        const { value, done = false } = (await answers.next()) as { value?: string; done?: boolean };
        if (done) throw new CliError("INTERRUPTED", "Interrupted: nothing was written.");
        const answer = value?.trim() || proposal;
        if (answer === undefined) continue;
        try {
          return await use(answer);
        } catch (error) {
          if (!(error instanceof CliError)) throw error;
          stderr.write(`${error.message}\n`);
        }
      }
    },
    close: () => lines.close(),
  };
}
