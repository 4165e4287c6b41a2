import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseTable } from "../src/formats/parseTable.ts";
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

test.each(["1".repeat(1e6), "1 ".repeat(5e5), " ".repeat(1e6), "\n".repeat(1e6), "1e".repeat(5e5)])(
  "parseTable(text) takes no longer for text that was made to be slow",
  (text) => {
    const start = performance.now();
    expect(codeOf(() => parseTable(`${text}x`))).toBe("INVALID_FORMAT");
    expect(performance.now() - start).toBeLessThan(2000);
  },
);

test("parseTable(text) gives a result or a DatasetError for any text", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.constantFrom("1", "2", ".", "-", "e", " ", "\n", "x", ",") }),
        fc.uint8Array().map((bytes) => new TextDecoder().decode(bytes)),
      ),
      fc.constantFrom(undefined, ",", ";", "\t"),
      (text, separator) => {
        expect(["none", "INVALID_FORMAT"]).toContain(codeOf(() => parseTable(text, { separator })));
      },
    ),
    { seed: 1, numRuns: 1000 },
  );
});
