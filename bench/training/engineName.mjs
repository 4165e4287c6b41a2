/** An engine as tables name it: `minibatch-wasm, 2 threads`. */
export function engineName({ engine, threads }) {
  return `${engine}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
}
