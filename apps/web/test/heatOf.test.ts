import { expect, it } from "vitest";
import { heatOf } from "../src/pages/Evaluate/heatOf.ts";

const matrix = [
  [96, 4, 0],
  [1, 99, 0],
  [0, 0, 0],
];

it("heatOf(matrix, false) colours by the root of the share of the row", () => {
  const heat = heatOf(matrix, false);
  expect([heat(0, 0), heat(0, 1), heat(2, 2)]).toEqual([Math.sqrt(0.96), 0.2, 0]);
});

it("heatOf(matrix, true) leaves what is right without colour, and gives the worst mistake all of it", () => {
  const heat = heatOf(matrix, true);
  expect([heat(0, 0), heat(0, 1), heat(1, 0), heat(2, 0)]).toEqual([0, 1, 0.5, 0]);
  expect(heatOf([[3]], true)(0, 0)).toBe(0);
});
