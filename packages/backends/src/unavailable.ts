import type { BackendStatus } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";

/** Turns what keeps a backend from starting into its status: an error says what was expected, and what to do. */
export function unavailable(name: string, error: unknown): BackendStatus {
  if (!(error instanceof BackendError)) throw error;
  const [what = "", ...fix] = error.message.split(": ");
  const reason = what
    .replace(/^expected (\S+) to be installed$/, "$1 is not installed")
    .replace(/^expected (\S+) to be passed.*$/, "$1 was not passed");
  return { name, available: false, reason, fix: fix.join(": ").replace(/^run /, ""), device: "" };
}
