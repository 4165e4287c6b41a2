import type { TestContext } from "vitest";

/**
 * Gives the folder that tests set native backends up in, or skips the running test and says how to enable it: a setup
 * takes half a minute, and a GPU that the CPU plays as long for the conformance suite, as does cpu for a step of a large network.
 */
export function requireTestBackends(context: TestContext): string {
  const folder = process.env["MINIBATCH_TEST_BACKENDS"];
  if (!folder) {
    context.skip(
      "slow backends (native, emulated GPUs, cpu with large networks) are not tested: set MINIBATCH_TEST_BACKENDS to a folder for them",
    );
  }
  return folder;
}
