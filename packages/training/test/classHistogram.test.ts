import { describe, expect, it } from "vitest";
import { classHistogram } from "../src/plots/classHistogram.ts";
import { drawPlot } from "./drawPlot.ts";

const parts = { training: Uint8Array.of(0, 1, 1, 1), test: Uint8Array.of(1) };

describe("classHistogram(parts, classNames)", () => {
  it("counts each class of each part, also those without samples", () => {
    expect(classHistogram(parts, ["zebra", "ant"]).rows).toEqual([
      { part: "training", label: "zebra", count: 1, share: 0.25 },
      { part: "training", label: "ant", count: 3, share: 0.75 },
      { part: "test", label: "zebra", count: 0, share: 0 },
      { part: "test", label: "ant", count: 1, share: 1 },
    ]);
  });

  it("draws a bar for each, as high as its count, classes in their own order", async () => {
    const drawing = await drawPlot(classHistogram(parts, ["zebra", "ant"]));
    const bars = drawing.items("rect");
    const unit = bars[0]?.height ?? 0;
    expect(unit).toBeGreaterThan(10);
    for (const [at, count] of [1, 3, 0, 1].entries()) expect(bars[at]?.height).toBeCloseTo(count * unit);
    const [zebraTraining, antTraining, zebraTest] = bars.map(({ x }) => x);
    expect(zebraTraining).toBeLessThan(zebraTest ?? 0);
    expect(zebraTest).toBeLessThan(antTraining ?? 0);
    expect(drawing.words("legend-label")).toEqual(["training", "test"]);
    expect(drawing.words("axis-label").slice(0, 2)).toEqual(["zebra", "ant"]);
  });

  it("needs no legend for one part", async () => {
    const drawing = await drawPlot(classHistogram({ training: [0] }, ["cat"]));
    expect(drawing.words("legend-label")).toEqual([]);
    expect(drawing.items("rect")).toHaveLength(1);
  });

  it("rejects a label outside the classes", () => {
    expect(() => classHistogram({ test: [0, 2] }, ["cat", "dog"])).toThrow(
      "Labels must be integers from 0 to 1, but label 1 of test is 2.",
    );
  });
});
