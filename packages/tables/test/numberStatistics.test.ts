import { expect, it } from "vitest";
import { numberStatistics } from "../src/encode/numberStatistics.ts";

it.each([
  // By hand; NumPy's median, mean and std give the same.
  [[8, 1, 3], { median: 3, mean: 4, deviation: Math.sqrt(26 / 3) }],
  [[10, 2, 1, 9], { median: 5.5, mean: 5.5, deviation: Math.sqrt(16.25) }],
  [[-3, 20, 100], { median: 20, mean: 39, deviation: Math.sqrt((42 ** 2 + 19 ** 2 + 61 ** 2) / 3) }],
  // All alike: nothing is divided by 0.
  [[7, 7], { median: 7, mean: 7, deviation: 1 }],
  [[], { median: 0, mean: 0, deviation: 1 }],
])("numberStatistics(%j) gives median, mean and deviation", (numbers, expected) => {
  const { median, mean, deviation } = numberStatistics(numbers);
  expect([median, mean]).toEqual([expected.median, expected.mean]);
  expect(deviation).toBeCloseTo(expected.deviation, 12);
});
