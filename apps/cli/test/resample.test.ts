import { expect, it } from "vitest";
import { resample } from "../src/images/resample.ts";

it("resample(picture, width, height) takes the mean of what a pixel covers", () => {
  const picture = { width: 4, height: 2, channels: 1, data: [0, 4, 8, 8, 4, 8, 8, 8] };
  expect(Array.from(resample(picture, 2, 1).data)).toEqual([4, 8]);
  expect(Array.from(resample({ width: 3, height: 1, channels: 1, data: [0, 30, 90] }, 2, 1).data)).toEqual([
    10, 70,
  ]);
});

it("resample(picture, width, height) repeats pixels to enlarge, and keeps channels apart", () => {
  const picture = { width: 1, height: 1, channels: 3, data: [1, 2, 3] };
  expect(Array.from(resample(picture, 2, 1).data)).toEqual([1, 2, 3, 1, 2, 3]);
});
