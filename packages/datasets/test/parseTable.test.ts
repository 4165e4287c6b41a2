import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseTable } from "../src/parseTable.ts";
import { codeOf } from "./codeOf.ts";

test("parseTable(text) reads numbers between any white space", () => {
  expect(parseTable(" 1  2.5\r\n\n-3\t+4e2\n .5 6.")).toEqual({
    data: new Float64Array([1, 2.5, -3, 400, 0.5, 6]),
    shape: [3, 2],
  });
  expect(parseTable("")).toEqual({ data: new Float64Array(0), shape: [0, 0] });
});

test("parseTable(text, { separator }) reads CSV", () => {
  expect(parseTable("1, 2\r\n3,4", { separator: "," }).data).toEqual(new Float64Array([1, 2, 3, 4]));
  expect(() => parseTable("1,2\n3,,4", { separator: "," })).toThrow("Line 2");
});

test.each(["1 2\n3", "1\n2 3", "1 x", "0x10", "NaN", "Infinity", "1,2"])(
  "parseTable(%j) throws INVALID_FORMAT",
  (text) => {
    expect(codeOf(() => parseTable(text))).toBe("INVALID_FORMAT");
  },
);

test("parseTable(text) gives a result or a DatasetError for any text", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("1", "2", ".", "-", "e", " ", "\n", "x", ",") }),
      (text) => {
        expect(["none", "INVALID_FORMAT"]).toContain(codeOf(() => parseTable(text)));
      },
    ),
    { seed: 1, numRuns: 1000 },
  );
});
