import { expect, it } from "vitest";
import { keptEpochs } from "../src/index.ts";

/** What is kept after so many epochs, when it is asked after each. */
function keptAfter(count: number, limit: number): number[] {
  let kept: number[] = [];
  for (let epoch = 1; epoch <= count; epoch += 1) kept = keptEpochs([...kept, epoch], limit);
  return kept;
}

it("keptEpochs(epochs, limit) keeps all that fit", () => {
  expect(keptEpochs([], 2)).toEqual([]);
  expect(keptEpochs([1, 2, 3], 3)).toEqual([1, 2, 3]);
});

it("keptEpochs(epochs, limit) keeps the powers of two of eight epochs, where four fit", () => {
  expect(keptEpochs([1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([1, 2, 4, 8]);
});

it("keptEpochs(epochs, limit) asked after each epoch has the first and the last, ascending, never more than the limit", () => {
  for (const limit of [2, 3, 7, 20]) {
    for (const count of [1, 2, 19, 20, 21, 500]) {
      const kept = keptAfter(count, limit);
      expect(kept).toHaveLength(Math.min(count, limit));
      expect(kept[0]).toBe(1);
      expect(kept.at(-1)).toBe(count);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
    }
  }
});

it("keptEpochs(epochs, limit) leaves no hole in a long run: each epoch is at most 2.2 times the one before", () => {
  for (let count = 20; count <= 3000; count += 149) {
    const kept = keptAfter(count, 20);
    const ratios = kept.slice(1).map((epoch, at) => epoch / (kept[at] ?? 1));
    expect(Math.max(...ratios)).toBeLessThanOrEqual(2.2);
  }
});

it("keptEpochs(epochs, limit) refuses a limit below 2", () => {
  expect(() => keptEpochs([1, 2], 0)).toThrow("limit must be a positive integer, but it is 0.");
});
