import type { Backend, StartBackendOptions } from "./BackendDriver.ts";
import { BackendError } from "./BackendError.ts";
import { drivers } from "./drivers.ts";
import { probe } from "./probe.ts";
import { start } from "./start.ts";

/** The start that was asked for last, when it has come to its end: two at once would take each other's backend away. */
let lastStart: Promise<unknown> = Promise.resolve();

/** The names that `startBackend` takes. */
export type BackendName = "auto" | "node" | "webgpu" | "webgl" | "wasm" | "cpu";

/**
 * Starts a backend and makes TensorFlow.js run on it. A backend that is named is started or the call fails: it never
 * falls back to another one. Starting the same one again is fine, and so is a call while another start is on its way: it
 * waits for that one.
 *
 * @param name which one; "auto" takes the fastest that runs here and says why
 * @returns what runs now
 * @throws {BackendError} `UNKNOWN_BACKEND`, `NOT_INSTALLED` (its library is missing), `NOT_AVAILABLE` (it cannot run
 *   here) or `START_FAILED` (it fails, or does neither within two minutes); the message says what to do
 * @example
 * const backend = await startBackend("auto");
 * backend.name; // "wasm"
 * backend.device; // "WebAssembly with relaxed SIMD, 8 threads"
 */
export function startBackend(
  name: BackendName = "auto",
  options: StartBackendOptions = {},
): Promise<Backend> {
  const started = lastStart.then(() => startNow(name, options));
  lastStart = started.catch(() => {});
  return started;
}

async function startNow(name: BackendName, options: StartBackendOptions): Promise<Backend> {
  if (name === "auto") return startFirst(options);
  const driver = drivers.find((driver) => driver.name === name);
  if (!driver) {
    const known = drivers.map((driver) => `"${driver.name}"`).join(", ");
    throw new BackendError(
      "UNKNOWN_BACKEND",
      `expected the name of a backend (${known} or "auto"), got "${name}"`,
    );
  }
  return start(driver, options);
}

async function startFirst(options: StartBackendOptions): Promise<Backend> {
  const passed: string[] = [];
  for (const driver of drivers) {
    const status = await probe(driver, options);
    const pass = (why: string) => passed.push(`not ${status.name}: ${why}`);
    if (!status.available) pass(status.reason);
    else if (status.emulated) pass("the CPU plays its GPU");
    else {
      try {
        return { ...(await start(driver, options)), reason: [status.reason, ...passed].join("; ") };
      } catch (error) {
        // Only here: a backend that was named fails with its error.
        if (!(error instanceof BackendError)) throw error;
        pass("it did not start");
      }
    }
  }
  throw new BackendError(
    "NOT_AVAILABLE",
    `no backend runs here (${passed.join("; ")}): run npm install @tensorflow/tfjs-backend-wasm`,
  );
}
