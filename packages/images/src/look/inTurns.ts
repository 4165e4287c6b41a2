/** Does something for each of `count`, in order, a few at once; the first fault stops it all. */
export async function inTurns(
  count: number,
  atOnce: number,
  signal: AbortSignal | undefined,
  action: (at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  async function work(): Promise<void> {
    while (next < count && !failed) {
      signal?.throwIfAborted();
      try {
        await action(next++);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(count, atOnce) }, work));
}
