import { expect, it } from "vitest";
import { spanWithin } from "../src/charts/spanWithin.ts";

it("spanWithin(span, whole, least) keeps the middle, no shorter than the least, and within what there is", () => {
  expect(spanWithin([2, 4], [0, 10], 1)).toEqual([2, 4]);
  expect(spanWithin([4, 2], [0, 10], 1)).toEqual([2, 4]);
  expect(spanWithin([3, 3], [0, 10], 1)).toEqual([2.5, 3.5]);
  expect(spanWithin([-2, 2], [0, 10], 1)).toEqual([0, 4]);
  expect(spanWithin([9, 12], [0, 10], 1)).toEqual([7, 10]);
});

it("spanWithin(span, whole, least) is nothing where that is the whole or longer", () => {
  expect(spanWithin([0, 10], [0, 10], 1)).toBe(undefined);
  expect(spanWithin([-5, 50], [0, 10], 1)).toBe(undefined);
  expect(spanWithin([1, 2], [0, 10], 20)).toBe(undefined);
  expect(spanWithin([Number.NaN, 2], [0, 10], 1)).toBe(undefined);
});
