import { describe, expect, it } from "vitest";
import { confusionHeatMap } from "../src/plots/confusionHeatMap.ts";

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

  it("draws the rows as plain JSON, classes in their own order", () => {
    const { rows, spec } = confusionHeatMap(matrix, ["zebra", "ant"]);
    expect(spec["data"]).toEqual({ values: rows });
    expect(spec["encoding"]).toMatchObject({ x: { sort: ["zebra", "ant"] }, y: { sort: ["zebra", "ant"] } });
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
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
    expect(() => confusionHeatMap([[1, 2]], ["a"])).toThrow("got 1 rows, 2 columns and 1 names");
    expect(() => confusionHeatMap(matrix, ["a"])).toThrow(RangeError);
  });
});
