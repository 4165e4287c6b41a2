/** What was remembered under a name on this machine, if the browser lets a page remember at all. */
export function remembered(name: string): string | undefined {
  try {
    return globalThis.localStorage.getItem(`minibatch-${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a small text under a name until the next visit, where the browser allows it. */
export function remember(name: string, text: string): void {
  try {
    globalThis.localStorage.setItem(`minibatch-${name}`, text);
  } catch {
    // It holds until the page is closed, then.
  }
}
