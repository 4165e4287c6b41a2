import { expect, it } from "vitest";
import { tableFromRows } from "../src/read/tableFromRows.ts";

it("tableFromRows(objects) has a column for each key, in the order in which they come", () => {
  expect(tableFromRows([{ a: 1 }, { b: "x", a: 2 }, {}])).toEqual({
    columns: ["a", "b"],
    rows: [
      ["1", null],
      ["2", "x"],
      [null, null],
    ],
    decimalComma: false,
    notes: [],
  });
});

it.for([
  [1.5, "1.5"],
  [0, "0"],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, "Infinity"],
  [12n, "12"],
  [true, "true"],
  [false, "false"],
  [new Date(0), "1970-01-01T00:00:00.000Z"],
  [new Date("no day"), null],
  [" Bern ", "Bern"],
  [" NA ", null],
  ["", null],
  [null, null],
  [undefined, null],
] as const)("tableFromRows([{ a: %s }]) has the cell %j", ([value, cell]) => {
  expect(tableFromRows([{ a: value, b: 1 }]).rows).toEqual([[cell, "1"]]);
});

it.for([
  [[{ a: 1 }, null], 'Row 2 is no object: rows such as { "rooms": 4, "price": 210000 } are expected.'],
  [[3], 'Row 1 is no object: rows such as { "rooms": 4, "price": 210000 } are expected.'],
  [[[1, 2]], 'Row 1 is no object: rows such as { "rooms": 4, "price": 210000 } are expected.'],
  [[], "The table has no row with a value."],
  [[{}], "The table has no row with a value."],
  [[{ a: 1 }, { a: [1] }], '"a" of row 2 is a list: a number, a text, true, false or null is expected.'],
  [[{ b: { c: 1 } }], '"b" of row 1 is an object: a number, a text, true, false or null is expected.'],
] as const)("tableFromRows(%j) says what is no row", ([rows, message]) => {
  expect(() => tableFromRows(rows)).toThrow(expect.objectContaining({ code: "INVALID_FORMAT", message }));
});
