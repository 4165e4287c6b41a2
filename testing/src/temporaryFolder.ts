import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * Makes an empty folder that is removed when the running test has finished.
 *
 * @returns the absolute path of the folder
 */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "minibatch-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
