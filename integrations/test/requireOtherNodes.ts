import type { TestContext } from "vitest";

/** Skips a test where npm, of which `installNode` has them, has no other versions of Node. */
export function requireOtherNodes(context: TestContext): void {
  if (process.platform === "linux") return;
  context.skip("npm has other versions of Node for Linux only: run npm run test:integrations with each");
}
