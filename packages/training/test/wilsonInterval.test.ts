import { expect, it } from "vitest";
import { wilsonInterval } from "../src/index.ts";

// scipy.stats.binomtest(hits, rows).proportion_ci(method="wilson") of SciPy 1.17.
it.for([
  [57, 62, 0.8247, 0.9651],
  [0, 10, 0, 0.2775],
  [1, 1, 0.2065, 1],
  [10, 10, 0.7225, 1],
  [1, 2, 0.0945, 0.9055],
  [9800, 10_000, 0.9771, 0.9826],
] as const)("wilsonInterval(%i, %i) is SciPy's", ([hits, rows, low, high]) => {
  const found = wilsonInterval(hits, rows);
  expect(found[0]).toBeCloseTo(low, 4);
  expect(found[1]).toBeCloseTo(high, 4);
});

it.for([
  [3, 2],
  [-1, 2],
  [0, 0],
] as const)("wilsonInterval(%i, %i) is refused", ([hits, rows]) => {
  expect(() => wilsonInterval(hits, rows)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
});
