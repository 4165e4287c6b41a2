import { describe, expect, it } from "vitest";
import { confusionHeatMap } from "../src/plots/confusionHeatMap.ts";
import { drawPlot } from "./drawPlot.ts";

const matrix = [
  [9, 1],
  [0, 20],
];

describe("confusionHeatMap(matrix, classNames)", () => {
  it("gives a row for each cell, with its share of the actual class", () => {
    expect(confusionHeatMap(matrix, ["cat", "dog"]).rows).toEqual([
      { actual: "cat", predicted: "cat", count: 9, share: 0.9 },
      { actual: "cat", predicted: "dog", count: 1, share: 0.1 },
      { actual: "dog", predicted: "cat", count: 0, share: 0 },
      { actual: "dog", predicted: "dog", count: 20, share: 1 },
    ]);
  });

  it("draws a cell for each, with its count, darker the larger its share; classes in their own order", async () => {
    const { rows, spec } = confusionHeatMap(matrix, ["zebra", "ant"]);
    expect(spec["data"]).toEqual({ values: rows });
    const drawing = await drawPlot({ rows, spec });
    const cells = drawing.items("rect");
    expect(drawing.items("text").map(({ text }) => text)).toEqual(["9", "1", "0", "20"]);
    const [zebra, zebraAsAnt, antAsZebra, ant] = cells;
    expect([zebraAsAnt?.y, antAsZebra?.x]).toEqual([zebra?.y, zebra?.x]);
    expect(zebraAsAnt?.x).toBeGreaterThan(zebra?.x ?? 0);
    expect(antAsZebra?.y).toBeGreaterThan(zebra?.y ?? 0);
    const brightness = cells.map(({ fill }) =>
      (fill?.match(/\d+/g) ?? []).reduce((sum, one) => sum + Number(one), 0),
    );
    const [, one, none, all] = brightness;
    expect(all).toBeLessThan(brightness[0] ?? 0);
    expect(brightness[0]).toBeLessThan(one ?? 0);
    expect(one).toBeLessThan(none ?? 0);
    expect(ant?.fill).toBe("rgb(8, 48, 107)");
    // Light numbers on dark ground.
    expect(drawing.items("text").map(({ fill }) => fill)).toEqual([
      "#ffffff",
      "#12324d",
      "#b4c0cb",
      "#ffffff",
    ]);
  });

  it("gives a class without samples shares of 0", () => {
    const shares = confusionHeatMap(
      [
        [0, 0],
        [1, 1],
      ],
      ["a", "b"],
    ).rows.map((row) => row.share);
    expect(shares).toEqual([0, 0, 0.5, 0.5]);
  });

  it("rejects a matrix that is not square, and names that do not fit", () => {
    expect(() => confusionHeatMap([[1, 2]], ["a"])).toThrow("1 rows, 2 columns and 1 names");
    expect(() => confusionHeatMap(matrix, ["a"])).toThrow(
      expect.objectContaining({ name: "TrainingError", code: "SHAPE_MISMATCH" }),
    );
  });
});
