import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitByContent } from "../src/split/splitByContent.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const some = (count: number, classes: number, name = "") =>
  Array.from({ length: count }, (_, at) => ({ label: at % classes, sha256: sha256(`${name}${at}`) }));
const usual = { validation: 0.15, test: 0.15 };

describe("splitByContent(pictures, groups, fractions, seed)", () => {
  it("gives each class about what is asked for", () => {
    const pictures = some(20_000, 4);
    const parts = splitByContent(pictures, [], { validation: 0.2, test: 0.1 }, 3);
    for (let label = 0; label < 4; label++) {
      const own = parts.filter((_, at) => at % 4 === label);
      // Five standard deviations of a binomial distribution of 5,000.
      expect(Math.abs(own.filter((part) => part === "test").length - 500)).toBeLessThan(5 * Math.sqrt(450));
      expect(Math.abs(own.filter((part) => part === "validation").length - 1000)).toBeLessThan(
        5 * Math.sqrt(800),
      );
    }
  });

  it("moves no picture for one that is added, whatever the class and the seed", () => {
    const pictures = some(200, 2);
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 3 }), fc.nat(), (name, label, seed) => {
        const before = splitByContent(pictures, [], usual, seed);
        const after = splitByContent(
          [{ label, sha256: sha256(`new ${name}`) }, ...pictures],
          [],
          usual,
          seed,
        );
        expect(after.slice(1)).toEqual(before);
      }),
      { seed: 17, numRuns: 50 },
    );
  });

  it("keeps groups together, also across classes", () => {
    const pictures = some(300, 3);
    const groups = Array.from({ length: 100 }, (_, at) => [at, 299 - at]);
    const parts = splitByContent(pictures, groups, usual, 1);
    for (const [one = 0, other = 0] of groups) expect(parts[one]).toBe(parts[other]);
    expect(new Set(parts)).toEqual(new Set(["train", "validation", "test"]));
  });

  it("gives every class something to train on, and from three pictures on to test and validate on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (count, seed) => {
        const parts = new Set(splitByContent(some(count, 1), [], usual, seed));
        expect(parts).toContain("train");
        expect(parts.has("test") || count < 3).toBe(true);
        // Of three whose draws are all for the test, none is left for validation.
        expect(parts.has("validation") || count < 4).toBe(true);
      }),
      { seed: 17, numRuns: 200 },
    );
  });

  it("keeps nothing back when nothing is asked for", () => {
    expect(new Set(splitByContent(some(50, 2), [], { validation: 0, test: 0 }, 1))).toEqual(
      new Set(["train"]),
    );
  });
});
