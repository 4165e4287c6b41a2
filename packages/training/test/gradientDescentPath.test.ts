import { describe, expect, it } from "vitest";
import { gradientDescentPath } from "../src/plots/gradientDescentPath.ts";
import { drawPlot } from "./drawPlot.ts";

const square = (weight: number) => weight ** 2;
const slope = (weight: number) => 2 * weight;

describe("gradientDescentPath(loss, gradient, { start, learningRate, steps })", () => {
  it("goes down step by step", () => {
    const { rows } = gradientDescentPath(square, slope, { start: 4, learningRate: 0.25, steps: 3 });
    expect(rows).toEqual([
      { step: 0, weight: 4, loss: 16 },
      { step: 1, weight: 2, loss: 4 },
      { step: 2, weight: 1, loss: 1 },
      { step: 3, weight: 0.5, loss: 0.25 },
    ]);
  });

  it("draws the steps on the curve of the loss", async () => {
    const plot = gradientDescentPath(square, slope, { start: 4, learningRate: 0.25, steps: 3 });
    const drawing = await drawPlot(plot);
    const steps = drawing.items("symbol");
    expect(steps).toHaveLength(4);
    const line = drawing.items("line");
    const curve = line.slice(0, 101);
    expect(line.slice(101).map(({ x, y }) => [x, y])).toEqual(steps.map(({ x, y }) => [x, y]));
    for (const step of steps) {
      const near = curve.filter((point) => Math.abs(point.x - step.x) < 5);
      expect(near.some((point) => Math.abs(point.y - step.y) < 8)).toBe(true);
    }
  });

  it("shows steps that grow, and ends where the loss is no longer a number", async () => {
    const growing = gradientDescentPath(square, slope, { start: 1, learningRate: 1.5, steps: 3 });
    expect(growing.rows.map(({ weight }) => weight)).toEqual([1, -2, 4, -8]);
    const { rows } = gradientDescentPath(square, slope, { start: 1, learningRate: 1e200, steps: 9 });
    expect(rows).toEqual([{ step: 0, weight: 1, loss: 1 }]);
  });

  it("takes 200,000 steps", () => {
    const { rows } = gradientDescentPath(square, slope, { start: 4, learningRate: 0.25, steps: 200_000 });
    expect(rows.at(-1)?.step).toBe(200_000);
    expect(rows.at(-1)?.weight).toBeCloseTo(0, 12);
  });
});
