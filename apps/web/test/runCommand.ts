import { main } from "minibatch";
import { expect } from "vitest";

/** Runs the command; gives what it prints as JSON. */
export async function runCommand<Printed>(cwd: string, ...argv: readonly string[]): Promise<Printed> {
  const written = { out: "", error: "" };
  const code = await main([...argv, "--json", "--quiet"], {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.error += text) },
    env: {},
    cwd,
    signal: new AbortController().signal,
  });
  expect(code, written.error).toBe(0);
  return JSON.parse(written.out) as Printed;
}
