import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what the test files of a run make once for all of them, empty at first. */
    readonly runFolder: string;
  }
}

/** Vitest's global set-up: gives all test files of a run one folder. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "minibatch-run-"));
  provide("runFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}
