import { describe, expect, it } from "vitest";
import { regressionScatter } from "../src/plots/regressionScatter.ts";
import { drawPlot } from "./drawPlot.ts";

const training = { x: [7, 5, 6], actual: [40, 10, 20], predicted: [28, 12, 20] };
const test = { x: [6, 5.5], actual: [20, 18], predicted: [20, 16] };

describe("regressionScatter(parts, { feature, target })", () => {
  it("gives a row for each sample", () => {
    expect(regressionScatter({ training, test }).rows).toEqual([
      { part: "training", x: 7, actual: 40, predicted: 28 },
      { part: "training", x: 5, actual: 10, predicted: 12 },
      { part: "training", x: 6, actual: 20, predicted: 20 },
      { part: "test", x: 6, actual: 20, predicted: 20 },
      { part: "test", x: 5.5, actual: 18, predicted: 16 },
    ]);
  });

  it("draws samples and the fitted line of each part on the same scales", async () => {
    const drawing = await drawPlot(
      regressionScatter({ training, test }, { feature: "rooms", target: "price" }),
    );
    for (const part of [">training<", ">test<"]) expect(drawing.svg).toContain(part);
    expect(drawing.words("axis-title")).toEqual(["price", "rooms", "rooms"]);
    expect(drawing.words("legend-label")).toEqual(["actual", "predicted"]);
    const [first, , third, fourth] = drawing.items("symbol");
    const line = drawing.items("line");
    expect(drawing.items("symbol")).toHaveLength(5);
    // Whatever the order of the samples, the line goes from left to right, and straight.
    const [from, middle, to] = line;
    expect(line).toHaveLength(5);
    expect(middle?.x).toBeCloseTo(((from?.x ?? 0) + (to?.x ?? 0)) / 2);
    expect(middle?.y).toBeCloseTo(((from?.y ?? 0) + (to?.y ?? 0)) / 2);
    // The sample that is predicted rightly lies on the line, the one above its prediction above it.
    expect(third).toMatchObject({ x: middle?.x, y: middle?.y });
    expect(first?.x).toBe(to?.x);
    expect(first?.y).toBeLessThan(to?.y ?? 0);
    // The same sample in the next panel is as high.
    expect(fourth?.y).toBe(third?.y);
    expect(fourth?.x).toBeGreaterThan(to?.x ?? 0);
  });

  it("rejects samples without a prediction or a feature", () => {
    expect(() => regressionScatter({ test: { ...test, predicted: [1] } })).toThrow(
      "there are 2 actual and 1",
    );
    expect(() => regressionScatter({ test: { ...test, x: [1] } })).toThrow(
      expect.objectContaining({ code: "SHAPE_MISMATCH" }),
    );
  });
});
