/** For tests in a browser: a machine that does other work as well takes many times the few seconds that they need. */
export const patience = { timeout: 180_000 } as const;
