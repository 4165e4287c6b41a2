import fc from "fast-check";
import { expect, it } from "vitest";
import { parseCsv } from "../src/read/parseCsv.ts";

it("parseCsv(text) reads names, quotes, line breaks within them, and missing values", () => {
  expect(parseCsv('name,note,n\r\n"Meyer, A.","two\nlines",1\r\nB,"say ""hi""",NA\r\n')).toEqual({
    columns: ["name", "note", "n"],
    rows: [
      ["Meyer, A.", "two\nlines", "1"],
      ["B", 'say "hi"', null],
    ],
    decimalComma: false,
    notes: [],
  });
});

it.for([",", ";", "\t", "|"])("parseCsv(text) finds the delimiter %j", (delimiter) => {
  const text = ["a b c", "1 2 3", "4 5 6"].join("\n").replaceAll(" ", delimiter);
  expect(parseCsv(text).rows).toEqual([
    ["1", "2", "3"],
    ["4", "5", "6"],
  ]);
});

it("parseCsv(text) reads decimal commas where columns are parted by something else", () => {
  expect(parseCsv("a;b\n1,5;2\n").decimalComma).toBe(true);
  expect(parseCsv("a;b\n1,5;2.5\n").decimalComma).toBe(false);
  expect(parseCsv("a,b\n1,5\n").decimalComma).toBe(false);
  expect(parseCsv("a;b\n1,5;2\n", { decimal: "." }).decimalComma).toBe(false);
});

it("parseCsv(text) calls columns after their places where the first line has numbers", () => {
  const { columns, rows, notes } = parseCsv("1,2\n3,4\n");
  expect(columns).toEqual(["column 1", "column 2"]);
  expect(rows).toHaveLength(2);
  expect(notes).toEqual(["the first line has numbers, so the columns are called column 1, column 2 …"]);
  expect(parseCsv("x,y\n3,4\n", { header: false }).rows).toHaveLength(2);
});

it("parseCsv(text, options) takes the header, the delimiter and the decimal mark that are asked for", () => {
  expect(parseCsv("1,2\n3,4\n", { header: true })).toMatchObject({
    columns: ["1", "2"],
    rows: [["3", "4"]],
    notes: [],
  });
  expect(parseCsv("a;b,c\n1;2,3\n", { delimiter: "," }).columns).toEqual(["a;b", "c"]);
  expect(parseCsv("a,b\n1,2\n", { decimal: "," }).decimalComma).toBe(true);
});

it("parseCsv(text) passes over empty lines, and over the white space around cells", () => {
  expect(parseCsv(" a ,b\n\n , \n 1 , NA \n")).toMatchObject({ columns: ["a", "b"], rows: [["1", null]] });
});

it("parseCsv(text) leaves out a column with neither a name nor a value", () => {
  expect(parseCsv("a,b,\n1,2,\n").columns).toEqual(["a", "b"]);
  expect(parseCsv("a,,b\n1,,2\n3, ,NA\n")).toMatchObject({
    columns: ["a", "b"],
    rows: [
      ["1", "2"],
      ["3", null],
    ],
  });
  expect(parseCsv("a, ,b\n1,,2\n").columns).toEqual(["a", "b"]);
  expect(parseCsv("a,c,b\n1,,2\n").columns).toEqual(["a", "c", "b"]);
  expect(parseCsv(",b\n0,2\n1,3\n").columns).toEqual(["column 1", "b"]);
});

it.for([
  ["", "The table is empty"],
  ["a,b\n1,2,3\n", "Row 2 has 3 cells, and the first row has 2. Put cells that hold the delimiter in quotes"],
  ["a,b\n1,2\n3\n", "Row 3 has 1 cells, and the first row has 2."],
  ['a,b\n"1,2\n', "Row 2: a quoted cell does not end as it should (quoted field unterminated)."],
  ["a,a\n1,2\n", 'Two columns are called "a"'],
] as const)("parseCsv(%j) refuses what is no table", ([text, message]) => {
  expect(() => parseCsv(text)).toThrow(
    expect.objectContaining({ code: "INVALID_FORMAT", message: expect.stringContaining(message) }),
  );
});

it("parseCsv(text) gives back any cells that were quoted by the rules", () => {
  const cell = fc
    .string()
    .map((text) => text.trim())
    .filter((text) => !/^[#?]|^(?:|-?nan|n\/?a|null|none|<na>|-?1\.#\w+)$/i.test(text));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const text = [["left", "right"], ...rows].map((row) => row.map(quoted).join(",")).join("\n");
      expect(parseCsv(text, { delimiter: ",", header: true }).rows).toEqual(rows);
    }),
    { seed: 1, numRuns: 200 },
  );
});
