import { expect, it } from "vitest";
import { usesDecimalComma } from "../src/read/usesDecimalComma.ts";

it.for(["1,5", "+1,5", "-12,50", " 1,5 ", "1.234,5", "1.234.567,25", "12345,6"])(
  "usesDecimalComma(delimiter, rows) where a cell is %j, and no other one says otherwise",
  (cell) => {
    expect(usesDecimalComma(";", [["a"], [cell], ["b"]])).toBe(true);
  },
);

it.for(["1.5", "15", "a1,5", "1,5a", ",5", "1,", "1.23,5", "1.2345,5", "--1,5", "word, word"])(
  "usesDecimalComma(delimiter, rows) does not where the only number is %j",
  (cell) => {
    expect(usesDecimalComma(";", [["a"], [cell]])).toBe(false);
  },
);

it.for(["2.5", "+2.5", "-22.75", " 2.5 ", "1,234.5", "12,345,678.5"])(
  "usesDecimalComma(delimiter, rows) does not where another cell is %j",
  (cell) => {
    expect(usesDecimalComma(";", [["1,5", cell]])).toBe(false);
    expect(usesDecimalComma(";", [[cell], ["1,5"]])).toBe(false);
  },
);

it.for([
  "v2.5",
  "2.5 kg",
  "2.",
  ".5",
  "12,34.5",
  "1234,567.5x",
  "1,2345.5",
  ",234.5",
  "1,234,.5",
  "1.2.5",
  "31.12.2024",
])("usesDecimalComma(delimiter, rows) is not kept from it by %j, which is no number with a point", (cell) => {
  expect(usesDecimalComma(";", [["1,5", cell]])).toBe(true);
});

it("usesDecimalComma(delimiter, rows) never does where commas part the columns", () => {
  expect(usesDecimalComma(",", [["1,5"]])).toBe(false);
  expect(usesDecimalComma("\t", [["1,5"]])).toBe(true);
});
