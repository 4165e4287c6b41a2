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

/**
 * What the worker that trains may do beside: compile WebAssembly, read the module whose memory it declared shared from a blob
 * (`shareWasmMemory`), and start the threads that compute beside it, whose script is a blob too.
 */
export const workerPolicy: string = policy({
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self' blob:",
  "worker-src": "blob:",
});
