import { describe, expect, it } from "vitest";
import { mostConfused } from "../src/plots/mostConfused.ts";

describe("mostConfused(matrix, classNames, limit)", () => {
  const matrix = [
    [9, 1, 0],
    [4, 10, 2],
    [0, 3, 8],
  ];

  it("names the pairs, most frequent first, without the diagonal", () => {
    expect(mostConfused(matrix, ["a", "b", "c"], 2)).toEqual([
      { actual: "b", predicted: "a", count: 4 },
      { actual: "c", predicted: "b", count: 3 },
    ]);
  });

  it("is empty when nothing was mistaken", () => {
    expect(
      mostConfused(
        [
          [3, 0],
          [0, 3],
        ],
        ["a", "b"],
      ),
    ).toEqual([]);
  });
});
