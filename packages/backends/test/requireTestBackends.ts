import type { TestContext } from "vitest";

/**
 * Gives the folder that tests set native backends up in, or skips the running test and says how to enable it: a setup
 * takes half a minute and downloads 100 MB.
 */
export function requireTestBackends(context: TestContext): string {
  const folder = process.env["MINIBATCH_TEST_BACKENDS"];
  if (!folder) {
    context.skip(
      "native backends are not set up for tests: set MINIBATCH_TEST_BACKENDS to a folder for them",
    );
  }
  return folder;
}
