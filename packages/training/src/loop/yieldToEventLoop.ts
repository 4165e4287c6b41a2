const scope: { setImmediate?: (callback: () => void) => unknown } = globalThis;

/** Lets input, signals and timers have their turn; WASM and CPU backends compute on the calling thread. */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    if (scope.setImmediate) scope.setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
