import { describe, expect, it } from "vitest";
import { countText, decimalText, durationText, percentText } from "../src/terminal/numberText.ts";

describe("numbers for people", () => {
  it("countText(value) separates thousands", () => {
    expect(countText(118282)).toBe("118,282");
    expect(countText(5800.9)).toBe("5,801");
    for (const value of [0, 7, 999, 1000, 99_999.5, 1_234_567, -45_678, Number.NaN])
      expect(countText(value)).toBe(value.toLocaleString("en-US", { maximumFractionDigits: 0 }));
  });

  it("percentText(share, digits) is a percentage", () => {
    expect(percentText(0.9782)).toBe("97.82 %");
    expect(percentText(1, 0)).toBe("100 %");
    expect(percentText(Number.NaN)).toBe("n/a");
  });

  it("decimalText(value) has four decimals", () => {
    expect(decimalText(0.06799)).toBe("0.0680");
  });

  it("durationText(seconds) is what a clock would say", () => {
    expect([0.04, 9.94, 9.96, 41, 125].map(durationText)).toEqual([
      "0.0 s",
      "9.9 s",
      "10 s",
      "41 s",
      "2 min 5 s",
    ]);
  });
});
