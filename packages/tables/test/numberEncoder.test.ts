import { expect, it } from "vitest";
import type { TableColumn } from "../src/TableColumn.ts";
import { numberEncoder } from "../src/encode/kinds/numberEncoder.ts";
import type { NumberEncoding } from "../src/encode/TableEncoding.ts";

const column = { name: "area", kind: "number" } as TableColumn;

it("numberEncoder.fit(cells) measures what is a number, and flags what is none", () => {
  const fit = (cells: readonly (string | null)[], decimalComma = false) =>
    numberEncoder.fit({ column, cells, distinct: [], decimalComma });
  expect(fit(["1", "3", "8"])).toMatchObject({
    kind: "number",
    name: "area",
    median: 3,
    mean: 4,
    flag: false,
  });
  expect(fit(["1", null, "3", "8"])).toMatchObject({ median: 3, mean: 4, flag: true });
  expect(fit(["1", "?", "3", "8"])).toMatchObject({ median: 3, mean: 4, flag: true });
  expect(fit(["1,5", "2,5"], true)).toMatchObject({ mean: 2, deviation: 0.5 });
});

const encoding: NumberEncoding = {
  kind: "number",
  name: "area",
  median: 3,
  mean: 4,
  deviation: 2,
  flag: true,
};

it("numberEncoder.features(encoding) has a second input where values were missing", () => {
  expect(numberEncoder.features(encoding)).toEqual(["area", "area missing"]);
  expect(numberEncoder.features({ ...encoding, flag: false })).toEqual(["area"]);
});

it.each([
  ["8", [2, 0], undefined],
  [null, [-0.5, 1], undefined],
  ["big", [-0.5, 1], "unreadable"],
])("numberEncoder.writer(encoding) writes %s as %j", (cell, expected, problem) => {
  const inputs = new Float32Array(2);
  expect(numberEncoder.writer(encoding, false)(inputs, cell)).toBe(problem);
  expect([...inputs]).toEqual(expected);
});

it("numberEncoder.writer(encoding) writes no second input where none was missing in training", () => {
  const inputs = new Float32Array(2);
  expect(numberEncoder.writer({ ...encoding, flag: false }, false)(inputs, null)).toBeUndefined();
  expect([...inputs]).toEqual([-0.5, 0]);
});
