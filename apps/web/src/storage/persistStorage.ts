let asked = false;

/** Asks the browser, once, not to clear what this page keeps when it needs room; some ask the person. */
export async function persistStorage(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    // Pages over plain http have no `storage`.
    await (navigator as Partial<Navigator>).storage?.persist();
  } catch {
    // It is kept as long as there is room, then.
  }
}
