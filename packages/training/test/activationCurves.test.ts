import { describe, expect, it } from "vitest";
import { relu } from "../src/learn/activations.ts";
import { activationCurves } from "../src/plots/activationCurves.ts";
import { drawPlot } from "./drawPlot.ts";

describe("activationCurves(functions, { domain, points })", () => {
  it("gives the six of the courses, from -4 to 4", () => {
    const { rows } = activationCurves();
    expect(rows).toHaveLength(6 * 81);
    const at = (name: string, x: number) => rows.find((row) => row.name === name && row.x === x)?.y;
    expect(at("sigmoid", 0)).toBe(0.5);
    expect(at("tanh", 4)).toBeCloseTo(0.99933, 5);
    expect([at("ReLU", -3), at("ReLU", 3)]).toEqual([0, 3]);
    expect(at("Leaky ReLU", -4)).toBeCloseTo(-0.4);
    expect(at("ELU", -1)).toBeCloseTo(Math.exp(-1) - 1);
    expect([at("Maxout", -4), at("Maxout", 1), at("Maxout", 4)]).toEqual([2.5, 0, 3]);
  });

  it("draws a panel for each, through which its curve goes", async () => {
    const drawing = await drawPlot(activationCurves());
    for (const name of ["sigmoid", "tanh", "ReLU", "Leaky ReLU", "ELU", "Maxout"])
      expect(drawing.svg).toContain(`>${name}<`);
    expect(drawing.items("line")).toHaveLength(6 * 81);
    expect(drawing.items("rule")).toHaveLength(12);
  });

  it("takes functions of your own", async () => {
    const plot = activationCurves({ "my relu": relu }, { domain: [-1, 1], points: 3 });
    expect(plot.rows.map(({ x, y }) => [x, y])).toEqual([
      [-1, 0],
      [0, 0],
      [1, 1],
    ]);
    const [left, middle, right] = (await drawPlot(plot)).items("line");
    expect(left?.y).toBe(middle?.y);
    expect(right?.y).toBeLessThan(middle?.y ?? 0);
    expect((right?.x ?? 0) - (middle?.x ?? 0)).toBeCloseTo((middle?.x ?? 0) - (left?.x ?? 0));
  });
});
