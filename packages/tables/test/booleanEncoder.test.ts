import { expect, it } from "vitest";
import type { TableColumn } from "../src/TableColumn.ts";
import { booleanEncoder } from "../src/encode/kinds/booleanEncoder.ts";
import type { BooleanEncoding } from "../src/encode/TableEncoding.ts";

const column = { name: "old", kind: "boolean" } as TableColumn;
const fit = (cells: readonly (string | null)[], distinct: readonly string[]) =>
  booleanEncoder.fit({ column, cells, distinct, decimalComma: false });

it("booleanEncoder.fit(cells) takes the values in their order, and the more frequent of the training rows", () => {
  expect(fit(["yes", "no", "yes"], ["no", "yes"])).toEqual({
    kind: "boolean",
    name: "old",
    values: ["no", "yes"],
    mostFrequent: "yes",
    flag: false,
  });
  expect(fit(["no", null], ["no", "yes"])).toMatchObject({ mostFrequent: "no", flag: true });
  // Training rows that are all empty: the first value stands in.
  expect(fit([null, null], ["no", "yes"])).toMatchObject({ mostFrequent: "no", flag: true });
});

it.each([[[]], [["yes"]], [["maybe", "no", "yes"]]])("booleanEncoder.fit(cells) refuses %j", (distinct) => {
  expect(fit(distinct, distinct)).toBeUndefined();
});

it("booleanEncoder.refusal(column) counts the values", () => {
  expect(booleanEncoder.refusal?.({ ...column, distinct: 3 })).toBe("a boolean: it has 3 different values");
});

const encoding: BooleanEncoding = {
  kind: "boolean",
  name: "old",
  values: ["no", "yes"],
  mostFrequent: "yes",
  flag: true,
};

it("booleanEncoder.features(encoding) has a second input where values were missing", () => {
  expect(booleanEncoder.features(encoding)).toEqual(["old", "old missing"]);
  expect(booleanEncoder.features({ ...encoding, flag: false })).toEqual(["old"]);
});

it.each([
  ["no", [0, 0], undefined],
  ["yes", [1, 0], undefined],
  [null, [1, 1], undefined],
  ["maybe", [0.5, 0], "unknown"],
])("booleanEncoder.writer(encoding) writes %s as %j", (cell, expected, problem) => {
  const inputs = new Float32Array(2);
  expect(booleanEncoder.writer(encoding, false)(inputs, cell)).toBe(problem);
  expect([...inputs]).toEqual(expected);
});

it.each([
  ["1.0", 1, undefined],
  ["0.00", 0, undefined],
  ["2", 0.5, "unknown"],
  ["one", 0.5, "unknown"],
])("booleanEncoder.writer(encoding) of 0 and 1 writes %s as %s", (cell, expected, problem) => {
  const inputs = new Float32Array(2);
  const numbers: BooleanEncoding = { ...encoding, values: ["0", "1"], mostFrequent: "0", flag: false };
  expect(booleanEncoder.writer(numbers, false)(inputs, cell)).toBe(problem);
  expect([...inputs]).toEqual([expected, 0]);
});
