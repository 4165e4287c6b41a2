import { expect, it } from "vitest";
import { pairedDifference, seededRandom } from "../src/index.ts";

it.for([
  { only: [0.12, 0.05], rows: 125 },
  { only: [0.2, 0.2], rows: 40 },
  { only: [0.02, 0.01], rows: 500 },
])("pairedDifference holds the true difference in 95 % of samples: $only of $rows", ({ only, rows }) => {
  const random = seededRandom(1, "paired", rows);
  const [first = 0, second = 0] = only;
  const trials = 4000;
  let held = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const counts = [0, 0];
    for (let row = 0; row < rows; row += 1) {
      const draw = random();
      if (draw < first) counts[0] = (counts[0] ?? 0) + 1;
      else if (draw < first + second) counts[1] = (counts[1] ?? 0) + 1;
    }
    const [low, high] = pairedDifference(counts[0] ?? 0, counts[1] ?? 0, rows);
    if (low <= first - second && first - second <= high) held += 1;
  }
  expect(held / trials).toBeGreaterThan(0.94);
  expect(held / trials).toBeLessThan(0.985);
});

it("pairedDifference(onlyFirst, onlySecond, rows) turns with the two, and says nothing of few rows", () => {
  const [low, high] = pairedDifference(14, 4, 125);
  const [otherLow, otherHigh] = pairedDifference(4, 14, 125);
  expect(otherLow).toBeCloseTo(-high, 12);
  expect(otherHigh).toBeCloseTo(-low, 12);
  expect(low).toBeGreaterThan(0);
  expect(pairedDifference(2, 0, 6)[0]).toBeLessThan(0);
  expect(pairedDifference(0, 0, 10)[0]).toBeLessThan(0);
});

it.for([
  [3, 0, 2],
  [-1, 0, 2],
  [0, 0, 0],
  [2, 2, 3],
  [0, -1, 2],
] as const)("pairedDifference(%i, %i, %i) is refused", ([first, second, rows]) => {
  expect(() => pairedDifference(first, second, rows)).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT" }),
  );
});

it("pairedDifference(onlyFirst, onlySecond, 1) says nothing of one row", () => {
  const [low, high] = pairedDifference(1, 0, 1);
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

it("pairedDifference(onlyFirst, onlySecond, rows) takes rows of which each was told right by one of the two alone", () => {
  const [low, high] = pairedDifference(3, 1, 4);
  // Agresti and Min: half a row more for each outcome, (3.5 - 1.5) / 6 ± 1.96 √(5 - 4 / 6) / 6.
  expect(low).toBeCloseTo(1 / 3 - (1.959964 * Math.sqrt(13 / 3)) / 6, 6);
  expect(high).toBeCloseTo(1, 6);
});
