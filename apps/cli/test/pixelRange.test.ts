import { expect, it } from "vitest";
import { pixelRange } from "../src/options/pixelRange.ts";

it.each([
  ["0..1", 1 / 255, 0],
  ["-1..1", 2 / 255, -1],
  [" -1..1", 2 / 255, -1],
  ["0..255", 1, 0],
  ["-0.5..0.5", 1 / 255, -0.5],
  ["1/255", 1 / 255, 0],
  ["1", 1, 0],
  ["0.5", 0.5, 0],
])("pixelRange(%j) is scale %d and offset %d", (text, scale, offset) => {
  expect(pixelRange(text)).toEqual({ scale, offset });
});

it.each([
  "",
  "..",
  "1..0",
  "1..1",
  "a..b",
  "0..1..2",
  "0",
  "-1",
  "1/0",
  "0..",
  "Infinity",
  "0x1",
  "standard",
])("pixelRange(%j) says what it must be", (text) => {
  expect(() => pixelRange(text)).toThrow("such as 0..1, -1..1 or 0..255, or a factor such as 1/255");
});
