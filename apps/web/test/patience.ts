/** For tests in a browser: a machine that does other work as well takes many times the few seconds that they need. */
export const patience = { timeout: 400_000 } as const;

/** For one step of such a test, in milliseconds: what a page is waited for. */
export const stepPatience = 180_000;

/**
 * For tests that hold a task's processor time below a limit: a virtual machine counts as used what its host has taken away, now and then
 * tens of milliseconds. What the code makes long is long in each of three tries.
 */
export const threeTries = { ...patience, retry: 2 } as const;
