import { beforeAll, describe, expect, it } from "vitest";
import type { Backend } from "../src/index.ts";
import { conformanceSpecs } from "../src/testing.ts";

/** Registers the conformance suite as tests, each on the backend that `start` starts. */
export function describeConformance(title: string, start: () => Promise<Backend>): void {
  describe(`conformance of ${title}`, () => {
    beforeAll(async () => {
      await start();
    });
    it.each(conformanceSpecs)("$name", (spec) => expect(spec.run()).resolves.toBeUndefined());
  });
}
