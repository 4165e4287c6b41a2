import { expect, it } from "vitest";
import { hasHeader } from "../src/read/hasHeader.ts";

it.for([
  [["rooms", "price"], true],
  [["rooms", ""], true],
  [["", "price"], true],
  [[" ", "price"], true],
  [["1st", "x"], true],
  [["", ""], false],
  [[" ", "\t"], false],
  [["rooms", "3"], false],
  [["3", "rooms"], false],
  [["rooms", " 3 "], false],
  [["rooms", "$1,200"], false],
  [["rooms", "NA"], false],
  [["rooms", " ? "], false],
  [["rooms", "2024-01-31"], false],
  [["rooms", " 2024-01-31 "], false],
  [["31/1/2024", "rooms"], true],
] as const)("hasHeader(%j) is %s", ([first, named]) => {
  expect(hasHeader(first, false)).toBe(named);
});

it("hasHeader(first, decimalComma) reads numbers as the table writes them", () => {
  expect(hasHeader(["a", "1.234,5"], false)).toBe(true);
  expect(hasHeader(["a", "1.234,5"], true)).toBe(false);
});
