import { describe, expect, it } from "vitest";
import { lineChart } from "../src/terminal/lineChart.ts";

const options = { title: "loss", width: 40, height: 5, format: (value: number) => value.toFixed(2) };

describe("lineChart(series, options)", () => {
  it("puts the highest value on top and the lowest at the bottom", () => {
    const lines = lineChart([{ values: [3, 2, 1], mark: "●", trail: "·" }], options);
    expect(lines).toHaveLength(8);
    expect(lines[1]).toMatch(/^ {4}3\.00 ┤●/);
    expect(lines[3]).toContain("2.00 ┤");
    expect(lines[5]).toMatch(/1\.00 ┤ .*●$/);
    expect(lines[7]).toMatch(/1 +epoch 3$/);
  });

  it("keeps to the width", () => {
    const values = Array.from({ length: 300 }, (_, index) => Math.sin(index));
    for (const line of lineChart([{ values, mark: "●", trail: "·" }], options)) {
      expect(line.length).toBeLessThanOrEqual(40);
    }
  });

  it("draws one epoch, equal values, and values that are not finite", () => {
    const one = lineChart([{ values: [0.5], mark: "●", trail: "·" }], options);
    expect(one.join("\n").match(/●/g)).toHaveLength(1);
    const flat = lineChart([{ values: [1, 1, 1], mark: "●", trail: "·" }], options);
    expect(flat.join("\n").match(/●/g)).toHaveLength(3);
    const broken = lineChart([{ values: [1, Number.NaN, 2], mark: "●", trail: "·" }], options);
    expect(broken.join("\n").match(/●/g)).toHaveLength(2);
  });

  it("is an empty frame without values", () => {
    expect(lineChart([{ values: [], mark: "●", trail: "·" }], options)).toHaveLength(8);
  });
});
