import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SweepFailure } from "@minibatch/sweeps";
import { errorCode } from "../exitCode.ts";
import { jsonText } from "../run/jsonText.ts";
import { writeFileAtomic } from "../files/writeFileAtomic.ts";

/** Writes into an entry's folder why it failed. */
export async function recordFailure(folder: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const failure: SweepFailure = { code: errorCode(error) ?? "UNEXPECTED", message };
  await writeFileAtomic(failureFile(folder), jsonText(failure));
}

/** Why an entry failed; `undefined` when it did not. */
export async function readFailure(folder: string): Promise<SweepFailure | undefined> {
  const text = await readFile(failureFile(folder), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as SweepFailure);
}

/** Forgets it, before the entry is tried again. */
export async function forgetFailure(folder: string): Promise<void> {
  await rm(failureFile(folder), { force: true });
}

/**
 * Whether an entry would fail again: the same seed comes to the same NaN. A full disk or a missing network is worth another try.
 */
export function isFinal({ code }: SweepFailure): boolean {
  return code === "NAN_LOSS";
}

function failureFile(folder: string): string {
  return join(folder, "failure.json");
}
