import { expect, it } from "vitest";
import { readTable, table } from "../src/index.ts";
import reference from "./reference/parquet.json" with { type: "json" };

// Files that pyarrow wrote: reference/parquet.py.
const file = (name: keyof typeof reference) => new Uint8Array(Buffer.from(reference[name], "base64"));

it.for(["none", "snappy"] as const)("readTable(bytes) reads Parquet of compression %s", async (name) => {
  const { columns, rows } = await readTable(file(name));
  expect(columns).toEqual(["rooms", "area", "city", "new", "sold", "size", "rent", "kind"]);
  const day = "2024-01-31T00:00:00.000Z";
  expect(rows).toHaveLength(20);
  expect(rows.slice(0, 3)).toEqual([
    ["4", "70.5", "Bern", "true", day, "1.5", "1250.5", "x"],
    ["3", null, "Genf", "false", day, "1.5", "1250.5", "y"],
    [null, "90.25", null, null, day, "1.5", "1250.5", "x"],
  ]);
});

it("table(bytes, { target }) makes a dataset of Parquet", async () => {
  const flats = await table(file("snappy"), { target: "kind" });
  expect(flats.columns.map(({ kind }) => kind)).toEqual([
    "number",
    "number",
    "category",
    "boolean",
    "constant",
    "constant",
    "constant",
    "boolean",
  ]);
  expect(flats.classNames).toEqual(["x", "y"]);
});

it("readTable(bytes) reads Parquet from a part of a larger array", async () => {
  const bytes = file("none");
  const larger = new Uint8Array(bytes.length + 100);
  larger.set(bytes, 50);
  expect((await readTable(larger.subarray(50, 50 + bytes.length))).rows).toHaveLength(20);
});

it.for([
  ["gzip", "UNSUPPORTED", "compressed by GZIP, and only Snappy is read"],
  ["zstd", "UNSUPPORTED", "compressed by ZSTD, and only Snappy is read"],
  ["lists", "INVALID_FORMAT", '"a" of row 1 is a list'],
] as const)("readTable(bytes) refuses Parquet of %s", async ([name, code, message]) => {
  await expect(readTable(file(name))).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

it("readTable(bytes) refuses Parquet that ends early, at any byte, and never hangs", async () => {
  const whole = file("snappy");
  for (let length = 4; length < whole.length; length += 97) {
    await expect(readTable(whole.subarray(0, length))).rejects.toMatchObject({ code: "INVALID_FORMAT" });
  }
});
