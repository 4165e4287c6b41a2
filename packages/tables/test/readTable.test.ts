import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readTable } from "../src/index.ts";

const text = "city;größe\nGenf;1,5\n";
const expected = { columns: ["city", "größe"], rows: [["Genf", "1,5"]], decimalComma: true };
const utf16 = (bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};

it.for([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
  ["UTF-16, little-endian", utf16(false)],
  ["UTF-16, big-endian", utf16(true)],
  ["gzip", gzipSync(text)],
] as const)("readTable(bytes) reads %s", async ([, bytes]) => {
  expect(await readTable(new Uint8Array(bytes))).toMatchObject({ ...expected, notes: [] });
  expect(await readTable(new Blob([new Uint8Array(bytes)]))).toMatchObject(expected);
});

it("readTable(bytes) reads Windows-1252, and says so", async () => {
  const { columns, notes } = await readTable(new Uint8Array(Buffer.from(text, "latin1")));
  expect(columns).toEqual(expected.columns);
  expect(notes).toEqual(["the text is no UTF-8 and was read as Windows-1252"]);
});

it.for([
  ["JSON", '[{"a": 1, "b": "x"}, {"b": null, "c": true}]'],
  ["JSON Lines", '{"a": 1, "b": "x"}\n{"b": null, "c": true}\n'],
] as const)("readTable(bytes) reads rows of %s", async ([, json]) => {
  const { columns, rows } = await readTable(Buffer.from(json));
  expect(columns).toEqual(["a", "b", "c"]);
  expect(rows).toEqual([
    ["1", "x", null],
    [null, null, "true"],
  ]);
});

it("readTable(rows) takes objects as they are", async () => {
  const { rows } = await readTable([{ day: new Date(0), n: Number.NaN, s: " NA " }]);
  expect(rows).toEqual([["1970-01-01T00:00:00.000Z", null, null]]);
});

it.for([
  ["a workbook", Buffer.from("PK\u0003\u0004"), "UNSUPPORTED"],
  ["zero bytes", Buffer.alloc(100), "UNSUPPORTED"],
  ["half of a gzip file", gzipSync("a,b\n1,2\n".repeat(1000)).subarray(0, 30), "INVALID_FORMAT"],
  ["torn JSON", Buffer.from('[{"a": 1'), "INVALID_FORMAT"],
  ["JSON that is no rows", Buffer.from("[1, 2]"), "INVALID_FORMAT"],
  ["JSON with lists in it", Buffer.from('[{"a": [1]}]'), "INVALID_FORMAT"],
] as const)("readTable(bytes) refuses %s", async ([, bytes, code]) => {
  await expect(readTable(new Uint8Array(bytes))).rejects.toMatchObject({ name: "TableError", code });
});

it("readTable(path) names the path that cannot be read", async () => {
  await expect(readTable("no/such.csv")).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "no/such.csv cannot be read: give the path of a CSV, TSV or JSON file.",
    cause: { code: "ENOENT" },
  });
});
