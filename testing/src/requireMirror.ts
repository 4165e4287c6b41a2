import { existsSync } from "node:fs";
import type { TestContext } from "vitest";

/**
 * Gives the folder with the real dataset files, or skips the running test and says how to enable it.
 *
 * @param context the context that vitest passes to the test
 * @returns the folder that `MINIBATCH_MIRROR` names
 */
export function requireMirror(context: TestContext): string {
  const mirror = process.env["MINIBATCH_MIRROR"];
  if (!mirror || !existsSync(mirror)) {
    context.skip("the real datasets are not here: set MINIBATCH_MIRROR to a mirror folder (README, Mirrors)");
  }
  return mirror;
}
