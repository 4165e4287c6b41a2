import { expect, it } from "vitest";
import { pixelCell } from "../src/pages/Data/pixelCell.ts";

it("pixelCell(value, channel) of a colour is brighter the larger the number, and black at 0", () => {
  expect([0, 128, 255].map((value) => pixelCell(value, 0).fill)).toEqual([
    "rgb(0 0 0)",
    "rgb(128 0 0)",
    "rgb(255 0 0)",
  ]);
  expect(pixelCell(255, 1).fill).toBe("rgb(0 255 0)");
  expect(pixelCell(200, 2).fill).toBe("rgb(0 0 200)");
});

it("pixelCell(value, channel) writes black where white would have less contrast", () => {
  expect(pixelCell(255, 1).text).toBe("on-bright");
  expect(pixelCell(60, 1).text).toBeUndefined();
  expect(pixelCell(255, 2).text).toBeUndefined();
});

it("pixelCell(value) of grey is ink on the page: the more, the darker", () => {
  expect(pixelCell(0, undefined)).toEqual({ fill: undefined, opacity: 0, text: "zero" });
  expect(pixelCell(255, undefined)).toEqual({ fill: "var(--text)", opacity: 1, text: "on-ink" });
});
