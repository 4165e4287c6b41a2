import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseTable } from "../src/formats/parseTable.ts";
import { codeOf } from "./codeOf.ts";

test("parseTable(text) reads numbers between any white space", () => {
  expect(parseTable(" 1  2.5\r\n\n-3\t+4e2\n .25 6.")).toEqual({
    data: new Float64Array([1, 2.5, -3, 400, 0.25, 6]),
    shape: [3, 2],
  });
  expect(parseTable("")).toEqual({ data: new Float64Array(0), shape: [0, 0] });
});

test("parseTable(text, { separator }) reads CSV", () => {
  expect(parseTable("1, 2\r\n3,4", { separator: "," }).data).toEqual(new Float64Array([1, 2, 3, 4]));
  expect(() => parseTable("1,2\n3,,4", { separator: "," })).toThrow("Line 2");
});

test.each([",", ", ", ";", " ; ", "\t", ",\t", " ", "  \t"])(
  "parseTable(text) reads what stands between %j without being told",
  (between) => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const rows = [
        [1, -2.5, 3e4],
        [4, 5, 6],
        [-7, 0.125, 9],
      ];
      const text = `\uFEFF${end}${rows.map((row) => row.join(between)).join(end)}${end}${end}`;
      expect(parseTable(text)).toEqual({ data: new Float64Array(rows.flat()), shape: [3, 3] });
    }
  },
);

test("parseTable(text) reads what parseTable(text, { separator }) reads", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("," as const, ";" as const, "\t" as const),
      fc.integer({ min: 2, max: 5 }).chain((columns) => {
        const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
        return fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1 });
      }),
      (separator, rows) => {
        const text = rows.map((row) => row.join(separator)).join("\n");
        expect(parseTable(text)).toEqual(parseTable(text, { separator }));
        expect(parseTable(text).shape).toEqual([rows.length, rows[0]?.length]);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test.each([
  ["a,b\n1,2", 'Line 1 of the table: expected 2 numbers with decimal points, got "a"'],
  ['1,"2"', String.raw`got "\"2\""`],
  ["1,5;2,5", 'got "1,5"'],
  ["1,2\n3,\n", 'Line 2 of the table: expected 2 numbers with decimal points, got ""'],
  ["1,2\n3 4", 'got "3 4"'],
])("parseTable(%j) says what it cannot read, and what can", (text, words) => {
  expect(() => parseTable(text)).toThrow(words);
  expect(() => parseTable(text)).toThrow("@minibatch/tables reads headers, quotes, decimal commas and gaps.");
});

test.each(["1 2\n3", "1\n2 3", "1 x", "0x10", "NaN", "Infinity", "1,2 3", "1,2\n3,,4"])(
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
