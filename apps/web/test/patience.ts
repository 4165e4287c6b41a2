/** For tests in a browser: a machine that does other work as well takes many times the few seconds that they need. */
export const patience = { timeout: 400_000 } as const;

/** For one step of such a test, in milliseconds: what a page is waited for. */
export const stepPatience = 180_000;
