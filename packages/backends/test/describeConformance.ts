import { describe, expect, it, type TestContext } from "vitest";
import { conformanceSpecs } from "../src/testing.ts";

/**
 * Registers the conformance suite as tests.
 *
 * @param title which backend, and where
 * @param start starts it, once
 * @param need skips the running test where something is missing
 */
export function describeConformance(
  title: string,
  start: () => Promise<unknown>,
  need: (context: TestContext) => unknown = () => undefined,
): void {
  let started: Promise<unknown> | undefined;
  describe(`conformance of ${title}`, () => {
    it.for(conformanceSpecs)("$name", { timeout: 300_000 }, async (spec, context) => {
      need(context);
      started ??= start();
      await started;
      await expect(spec.run()).resolves.toBeUndefined();
    });
  });
}
