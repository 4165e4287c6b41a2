import { describe, expect, it } from "vitest";
import { importanceBars } from "../src/plots/importanceBars.ts";
import { drawPlot } from "./drawPlot.ts";

const importance = [
  { name: "zip", mean: 4, deviation: 1 },
  { name: "area", mean: 2, deviation: 0 },
  { name: "age", mean: -1, deviation: 0.5 },
];

describe("importanceBars(importance, options)", () => {
  it("gives a row for each feature, with both ends of its spread", () => {
    expect(importanceBars(importance).rows.map(({ low, high }) => [low, high])).toEqual([
      [3, 5],
      [2, 2],
      [-1.5, -0.5],
    ]);
  });

  it("draws bars as long as the means, in the order given, and lines over the spread", async () => {
    const drawing = await drawPlot(importanceBars(importance, { measure: "error added, in CHF" }));
    const bars = drawing.items("rect");
    const unit = (bars[1]?.width ?? 0) / 2;
    expect(unit).toBeGreaterThan(10);
    for (const [at, { mean }] of importance.entries()) {
      expect(bars[at]?.width).toBeCloseTo(Math.abs(mean) * unit);
    }
    // One below the other; the last one goes to the left of the others.
    const tops = bars.map(({ y }) => y);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    expect(bars[2]?.x).toBeLessThan(bars[0]?.x ?? 0);
    // From a deviation below the end of the bar to one above.
    const [first, second] = bars.map(({ x, width }) => x + width);
    const [line, point] = drawing.items("rule").map(({ x }) => x);
    expect(Math.abs((line ?? 0) - (first ?? 0))).toBeCloseTo(unit);
    expect(point).toBeCloseTo(second ?? 0);
    expect(drawing.words("axis-label")).toEqual(expect.arrayContaining(["zip", "area", "age"]));
    expect(drawing.words("axis-title")).toEqual(["error added, in CHF"]);
  });

  it("writes shares in per cent where it is told to", async () => {
    const drawing = await drawPlot(
      importanceBars([{ name: "zip", mean: 0.3, deviation: 0 }], { format: ".0%" }),
    );
    expect(drawing.words("axis-label")).toContain("10%");
  });
});
