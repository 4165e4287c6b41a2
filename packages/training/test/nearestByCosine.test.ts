import { expect, it } from "vitest";
import { nearestByCosine, seededRandom } from "../src/index.ts";

it("nearestByCosine(rows, vector, count) finds the rows by angle, not by length, and a row of zeros nowhere", () => {
  const rows = { data: Float32Array.of(0, 0, 10, 10, 0.1, 0, -1, 0), shape: [4, 2] };
  const found = nearestByCosine(rows, [2, 0], 4);
  expect(found.map(({ row }) => row)).toEqual([2, 1, 0, 3]);
  expect(found.map(({ similarity }) => Math.round(similarity * 1e4) / 1e4)).toEqual([
    1,
    Math.round(Math.SQRT1_2 * 1e4) / 1e4,
    0,
    -1,
  ]);
});

it("nearestByCosine(rows, vector, count) gives the nearest first, as sorting all angles does", () => {
  const random = seededRandom(7, "cosine");
  const values = Array.from({ length: 60 }, () => 2 * random() - 1);
  const vector = [0.5, -0.25, 1];
  const angle = (row: number): number => {
    const [a = 0, b = 0, c = 0] = values.slice(row * 3, row * 3 + 3);
    return Math.acos((0.5 * a - 0.25 * b + c) / (Math.hypot(a, b, c) * Math.hypot(...vector)));
  };
  const expected = Array.from({ length: 20 }, (_, row) => row).sort((a, b) => angle(a) - angle(b));
  const found = nearestByCosine({ data: Float64Array.from(values), shape: [20, 3] }, vector, 5);
  expect(found.map(({ row }) => row)).toEqual(expected.slice(0, 5));
});

it("nearestByCosine(rows, vector, count) refuses a vector of another length", () => {
  expect(() => nearestByCosine({ data: Float32Array.of(1, 2), shape: [1, 2] }, [1], 1)).toThrow(
    "The rows have 2 values each, but the vector has 1.",
  );
});
