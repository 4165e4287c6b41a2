import { expect, it } from "vitest";
import { parseNumber } from "../src/cells/parseNumber.ts";

it.for([
  ["4", 4],
  ["-0.5", -0.5],
  [".5", 0.5],
  ["1e3", 1000],
  ["1,234,567.8", 1_234_567.8],
  ["$1,200", 1200],
  ["-$5", -5],
  ["12 %", 12],
  ["\u22125", -5],
  [".25", 0.25],
  ["1e-10", 1e-10],
  ["€ 5", 5],
  ["- $5", -5],
  ["1'234'567", 1_234_567],
  ["12\u00A0345.67", 12_345.67],
  ["12\u202F345", 12_345],
  ["12 345", 12_345],
  ["1’234", 1234],
  ["-1,234.5", -1234.5],
  ["+5", 5],
  ["5.", 5],
  ["1e+3", 1000],
  ["2E3", 2000],
  ["£5", 5],
  ["¥5", 5],
  ["5€", 5],
  ["5%", 5],
] as const)("parseNumber(%j) reads what people write", ([text, value]) => {
  expect(parseNumber(text, false)).toBe(value);
});

it.for([
  ["1,5", 1.5],
  ["1.234,5", 1234.5],
  ["7 €", 7],
] as const)(
  "parseNumber(%j, decimalComma) reads what German and French spreadsheets write",
  ([text, value]) => {
    expect(parseNumber(text, true)).toBe(value);
  },
);

it("parseNumber(text, decimalComma) takes a point between digits for one of grouped thousands or none", () => {
  expect(parseNumber("1.234", true)).toBe(1234);
  expect(parseNumber("1.5", true)).toBeUndefined();
});

it.for([
  "",
  "5−",
  "1 $5",
  "5%5",
  "abc",
  "1.2.3",
  "1,23",
  "12a",
  "0x10",
  "1e999",
  "--1",
  "Infinity",
  "01 000",
  "0,234",
  "1 0000",
  "1,234 567",
  "1234,567",
  "12,34,567",
  "1,2345",
  "1,234.",
  ",234",
  "a1,234",
  "1,234a",
  "1 ,234",
  "e5",
  "1e",
  ".",
  "5 % %",
  "$$5",
])("parseNumber(%j) is no number", (text) => {
  expect(parseNumber(text, false)).toBeUndefined();
});
