import { expect, it } from "vitest";
import type { TableColumn } from "../src/TableColumn.ts";
import { dateEncoder } from "../src/encode/kinds/dateEncoder.ts";
import type { DateEncoding } from "../src/encode/TableEncoding.ts";

const column = { name: "sold", kind: "date", dateOrder: "year-month-day" } as TableColumn;

it("dateEncoder.recognizes(values) dates, and neither numbers nor words", () => {
  expect(dateEncoder.recognizes?.(["2024-01-01", "2024-02-29"])).toBe(true);
  expect(dateEncoder.recognizes?.(["2024-01-01", "soon"])).toBe(false);
  expect(dateEncoder.recognizes?.(["1", "2"])).toBe(false);
});

it("dateEncoder.fit(cells) measures days since 1970, and passes over what is missing or no date", () => {
  const cells = ["1970-01-02", null, "1970-01-04", "soon", "1970-01-09"];
  const fitted = dateEncoder.fit({ column, cells, distinct: [], decimalComma: false });
  expect(fitted).toMatchObject({ kind: "date", name: "sold", order: "year-month-day", median: 3, mean: 4 });
  // Of 1, 3 and 8: (9 + 1 + 16) / 3.
  expect(fitted?.deviation).toBeCloseTo(Math.sqrt(26 / 3), 12);
});

it("dateEncoder.fit(cells) refuses a column whose order of day and month nobody can tell", () => {
  const { dateOrder: _, ...unclear } = column;
  expect(dateEncoder.fit({ column: unclear, cells: [], distinct: [], decimalComma: false })).toBeUndefined();
  expect(dateEncoder.refusal?.(column)).toContain("could be two days");
});

const encoding: DateEncoding = {
  kind: "date",
  name: "sold",
  order: "year-month-day",
  median: 0,
  mean: 10,
  deviation: 5,
};

it("dateEncoder.features(encoding) are the day and two of its season", () => {
  expect(dateEncoder.features(encoding)).toEqual(["sold", "sold season 1", "sold season 2"]);
});

it.each([
  // A quarter of a year: 91 of 365.2425 days.
  [
    "1970-04-02",
    [16.2, Math.sin((2 * Math.PI * 91) / 365.2425), Math.cos((2 * Math.PI * 91) / 365.2425)],
    undefined,
  ],
  // The median, day 0.
  [null, [-2, 0, 1], undefined],
  ["soon", [-2, 0, 1], "unreadable"],
])("dateEncoder.writer(encoding) writes %s as %j", (cell, expected, problem) => {
  const inputs = new Float32Array(3);
  expect(dateEncoder.writer(encoding, false)(inputs, cell)).toBe(problem);
  for (const [at, value] of expected.entries()) expect(inputs[at]).toBeCloseTo(value, 5);
});
