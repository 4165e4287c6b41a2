import type { TestContext } from "vitest";
import { BackendError } from "../src/index.ts";
import { setupBackend } from "../src/setup.ts";
import { requireTestBackends } from "./requireTestBackends.ts";

/** For a test that may be the first to set a backend up: half a minute on a machine of its own. */
export const setUpPatience = { timeout: 600_000 } as const;

const attempts = new Map<string, Promise<string>>();

/**
 * Sets a backend up for the tests of a file, once; skips the running test where this machine has not what that takes.
 *
 * @returns the folder to start it with
 */
export async function setUpOrSkip(name: "node" | "webgpu", context: TestContext): Promise<string> {
  const folder = requireTestBackends(context);
  const attempt = attempts.get(name) ?? setUp(name, folder);
  attempts.set(name, attempt);
  const failure = await attempt;
  if (failure !== "") context.skip(`${name} could not be set up: ${failure.split("\n", 1)[0]}`);
  return folder;
}

async function setUp(name: "node" | "webgpu", folder: string): Promise<string> {
  try {
    await setupBackend(name, { folder });
    return "";
  } catch (error) {
    if (error instanceof BackendError && error.code === "SETUP_FAILED") return error.message;
    throw error;
  }
}
