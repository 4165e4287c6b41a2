import { expect, test } from "vitest";
import { parseColumns } from "../src/columns/parseColumns.ts";

const bytes = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join("\n"));
const labels = ["apple", "lemon", "7"];

test("parseColumns(bytes, labels) reads numbers and classes, and skips empty lines", () => {
  const file = bytes("5.1,3.5,apple", "7.0,3.2,7", "", "6.3,-3e1, apple \r", "");
  expect(parseColumns(file, labels)).toEqual({
    data: new Float64Array([5.1, 3.5, 0, 7, 3.2, 2, 6.3, -30, 0]),
    shape: [3, 3],
  });
});

test.each(["weight,kind", '"weight","kind"', " Größe,kind", "重量,种类"])(
  "parseColumns(bytes, labels) leaves out a first line that names the columns: %s",
  (head) => {
    expect(parseColumns(bytes(head, "5,7", "6,apple"), labels).data).toEqual(new Float64Array([5, 2, 6, 0]));
  },
);

test.each([";", "\t"])("parseColumns(bytes, labels) takes %j between columns", (mark) => {
  const file = bytes(["5", "6", "apple"].join(mark), ["7", "8", "7"].join(mark));
  expect(parseColumns(file, labels).data).toEqual(new Float64Array([5, 6, 0, 7, 8, 2]));
});

test("parseColumns(bytes) keeps values", () => {
  expect(parseColumns(bytes("rooms price", "4 20.5", "5 7")).data).toEqual(new Float64Array([4, 20.5, 5, 7]));
});

test.each([
  [
    "a word that is no class",
    ["kind", "5,apple", "6,pear"],
    'Line 3 of the table: expected 2 numbers with decimal points, got "pear"',
  ],
  [
    "a second line of names",
    ["5,apple", "weight,kind"],
    'Line 2 of the table: expected 2 numbers with decimal points, got "weight"',
  ],
])("parseColumns(bytes, labels) names the line of %s", (_, lines, message) => {
  expect(() => parseColumns(bytes(...lines), labels)).toThrow(
    expect.objectContaining({ code: "INVALID_FORMAT", message: expect.stringContaining(message) }),
  );
});
