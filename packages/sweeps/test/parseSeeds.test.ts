import { expect, it } from "vitest";
import { parseSeeds } from "../src/index.ts";

it.each([
  ["1..4", [1, 2, 3, 4]],
  ["7", [7]],
  ["3,1,2", [1, 2, 3]],
  ["1..3, 7,2..4", [1, 2, 3, 4, 7]],
  ["0..0", [0]],
])("parseSeeds(%j) lists each seed once, in order", (text, values) => {
  expect(parseSeeds(text)).toEqual({ setting: "seed", values });
});

it.each(["", "a", "1..", "4..1", "-1..3", "1.5", "1..2..3", "99999999999999999999"])(
  "parseSeeds(%j) asks for whole numbers",
  (text) => {
    expect(() => parseSeeds(text)).toThrow("Seeds are whole numbers such as 1..8 or 1,2,5");
  },
);

it("parseSeeds(text) refuses more seeds than memory should hold", () => {
  expect(() => parseSeeds("1..1000000000")).toThrow("more than 10000 seeds");
  expect(() => parseSeeds("1..6000,10000..16000")).toThrow("more than 10000 seeds");
});
