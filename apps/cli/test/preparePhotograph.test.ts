import { describe, expect, it } from "vitest";
import { preparePhotograph } from "../src/images/preparePhotograph.ts";

describe("preparePhotograph(picture, shape)", () => {
  it("cuts to the proportions of the model around the middle", () => {
    const picture = { width: 6, height: 2, channels: 1, data: [9, 9, 1, 2, 9, 9, 9, 9, 3, 4, 9, 9] };
    expect([...preparePhotograph(picture, [2, 2, 1])]).toEqual([1, 2, 3, 4]);
    const upright = { width: 2, height: 4, channels: 1, data: [9, 9, 1, 2, 3, 4, 9, 9] };
    expect([...preparePhotograph(upright, [2, 2, 1])]).toEqual([1, 2, 3, 4]);
  });

  it("scales by the mean of what a pixel covers, each colour for itself", () => {
    const data = [0, 10, 20, 2, 12, 22, 4, 14, 24, 6, 16, 26];
    const picture = { width: 2, height: 2, channels: 3, data };
    expect([...preparePhotograph(picture, [1, 1, 3])]).toEqual([3, 13, 23]);
  });

  it("makes colours of grey, and grey of colours", () => {
    expect([...preparePhotograph({ width: 1, height: 1, channels: 1, data: [7] }, [1, 1, 3])]).toEqual([
      7, 7, 7,
    ]);
    const green = { width: 1, height: 1, channels: 3, data: [0, 255, 0] };
    expect([...preparePhotograph(green, [1, 1, 1])]).toEqual([150]);
  });
});
