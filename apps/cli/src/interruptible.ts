/**
 * A Ctrl-C in a terminal can arrive twice: npm passes on to its script what the terminal has already sent there.
 * Signals this close together are one.
 */
const SAME_PRESS_MS = 300;

/**
 * Turns the first SIGINT or SIGTERM into an abort, so that the work can end in order; a second one ends the process at
 * once.
 */
export function interruptible(): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const interrupt = (): void => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      controller.abort();
    } else if (now - firstAt > SAME_PRESS_MS) {
      process.exit(130);
    }
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return controller.signal;
}
