import { BackendError } from "../BackendError.ts";
import { setupNode } from "./setupNode.node.ts";
import { setupWebgpu } from "./setupWebgpu.node.ts";
import type { SetupOptions, SetupResult } from "./SetupStep.ts";

const setups = { node: setupNode, webgpu: setupWebgpu } as const;

/**
 * Brings what a backend needs into a folder of its own, where `startBackend` finds it: for "node" tfjs-node, by its own
 * download or, where that is blocked, built on an installed Python TensorFlow; for "webgpu" Dawn. A setup that fails or
 * is stopped leaves nothing behind, and one that is not needed does nothing.
 *
 * @throws {BackendError} `UNKNOWN_BACKEND`; `SETUP_FAILED` with what to do; and the reason of `signal`
 * @example
 * const { version } = await setupBackend("node", { onStep: ({ title, state }) => console.error(state, title) });
 */
export async function setupBackend(
  name: "node" | "webgpu",
  options: SetupOptions = {},
): Promise<SetupResult> {
  const setup = Object.hasOwn(setups, name) ? setups[name] : undefined;
  if (!setup) {
    throw new BackendError(
      "UNKNOWN_BACKEND",
      `expected a backend that takes a setup ("node" or "webgpu"), got "${name}"`,
    );
  }
  return setup(options);
}
