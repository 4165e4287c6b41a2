import { describe, expect, it, type TestContext } from "vitest";
import { conformanceSpecs } from "../src/testing.ts";

/**
 * Registers the conformance suite as tests.
 *
 * @param title which backend, and where
 * @param start starts it, or skips the running test where something is missing; called before every spec
 */
export function describeConformance(title: string, start: (context: TestContext) => Promise<unknown>): void {
  describe(`conformance of ${title}`, () => {
    it.for(conformanceSpecs)("$name", { timeout: 600_000 }, async (spec, context) => {
      await start(context);
      await expect(spec.run()).resolves.toBeUndefined();
    });
  });
}
