import { BackendError } from "./BackendError.ts";

/**
 * The error for the library of a GPU's backend that a browser app did not pass. It is not imported here: most apps do
 * without it, and their bundlers would warn of what is not installed, or fail.
 */
export function notPassed(name: "webgl" | "webgpu", library: string): BackendError {
  const fix = `pass libraries: { ${name}: () => import("${library}") }`;
  return new BackendError("NOT_INSTALLED", `expected ${library} to be passed to minibatch: ${fix}`);
}
