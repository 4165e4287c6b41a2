import { expect, it } from "vitest";
import { byValue } from "../src/encode/byValue.ts";

it.each([
  [
    ["10", "9", "1,000", "-2"],
    ["-2", "9", "10", "1,000"],
  ],
  [
    ["b", "10", "a", "2"],
    ["2", "10", "a", "b"],
  ],
  [
    ["2", "b", "1.5", "B"],
    ["1.5", "2", "B", "b"],
  ],
  // Equal numbers that are written otherwise go by their letters; so does what is a number with a comma alone.
  [
    ["2", "2.00", "2.0"],
    ["2", "2.0", "2.00"],
  ],
  [
    ["2,5", "1,50", "3"],
    ["3", "1,50", "2,5"],
  ],
])("byValue orders %j: numbers by size, then texts by their letters", (given, expected) => {
  for (const cells of [given, [...given].reverse()]) expect([...cells].sort(byValue)).toEqual(expected);
});

it("byValue(a, b) of the same value is 0", () => {
  expect(["a", "2", ""].map((value) => byValue(value, value))).toEqual([0, 0, 0]);
});
