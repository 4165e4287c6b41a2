import { datasets } from "@minibatch/datasets";
import { mirrorsForPages } from "../src/worker/mirrorsForPages.ts";

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}

/** What the page itself may do: nothing but load files of its own folder's origin. It runs no WebAssembly. */
export const pagePolicy: string = policy({
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' blob:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
});

/** The servers that a worker may ask for datasets, when somebody has it do so: the public mirrors. */
const mirrors = new Set(
  datasets
    .flatMap(({ mirrors, files }) => [...mirrors, ...files.flatMap(({ mirrors = [] }) => mirrors)])
    .flatMap((mirror) => mirrorsForPages([mirror]))
    .map(({ url }) => new URL(url).origin),
);

/**
 * What the worker that trains may do beside: compile WebAssembly, read the module whose memory it declared shared from a blob
 * (`shareWasmMemory`), start the threads that compute beside it, whose script is a blob too, and
 * ask the public mirrors of datasets.
 */
export const workerPolicy: string = policy({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": ["'self'", "blob:", ...mirrors].join(" "),
  "worker-src": "blob:",
});
