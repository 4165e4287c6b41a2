import { expect, it } from "vitest";
import { extent } from "../src/charts/extent.ts";
import { spread } from "../src/state/spread.ts";

it("extent(values, start) takes a million numbers, which no call takes as arguments", () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, index) => index - 400_000);
  expect(() => Math.max(...values)).toThrow(RangeError);
  expect(extent(values, [0, 0])).toEqual([-400_000, 599_999]);
  expect(extent([Number.NaN, 3], [1, 2])).toEqual([1, 3]);
});

it("spread(length, most) gives every index of a short list, and of a long one some, the last among them", () => {
  expect(spread(0, 3)).toEqual([]);
  expect(spread(3, 3)).toEqual([0, 1, 2]);
  expect(spread(9, 3)).toEqual([2, 5, 8]);
  expect(spread(200_000, 400).at(-1)).toBe(199_999);
  expect(new Set(spread(401, 400)).size).toBe(400);
});
