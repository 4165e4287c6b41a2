/** What a page holds as long as it is open, with the address of its script behind it: so the service worker knows which version it is of. */
export const pageLock = "minibatch-page ";

/** Holds the lock of this page. */
export function holdPageLock(script: string): void {
  // Never granted to anybody alone, and never given back.
  void (navigator as Partial<Navigator>).locks
    ?.request(pageLock + script, { mode: "shared" }, () => new Promise<void>(() => {}))
    .catch(() => {
      // Where storage is blocked nothing is kept that could be deleted.
    });
}
