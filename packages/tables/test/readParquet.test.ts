import { expect, it } from "vitest";
import { readTable, table } from "../src/index.ts";
import reference from "./reference/parquet.json" with { type: "json" };

// Files that pyarrow wrote: reference/parquet.py.
const file = (name: keyof typeof reference) => new Uint8Array(Buffer.from(reference[name], "base64"));

it.for(["none", "snappy", "gzip", "zstd", "brotli", "lz4"] as const)(
  "readTable(bytes) reads Parquet of compression %s",
  async (name) => {
    const { columns, rows } = await readTable(file(name));
    expect(columns).toEqual(["rooms", "area", "city", "new", "sold", "size", "rent", "kind"]);
    const day = "2024-01-31T00:00:00.000Z";
    expect(rows).toHaveLength(20);
    expect(rows.slice(0, 3)).toEqual([
      ["4", "70.5", "Bern", "true", day, "1.5", "1250.5", "x"],
      ["3", null, "Genf", "false", day, "1.5", "1250.5", "y"],
      [null, "90.25", null, null, day, "1.5", "1250.5", "x"],
    ]);
  },
);

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

it("readTable(bytes) refuses Parquet of lists", async () => {
  await expect(readTable(file("lists"))).rejects.toMatchObject({
    code: "INVALID_FORMAT",
    message: expect.stringContaining('"a" of row 1 is a list'),
  });
});

/** A file with other numbers in the place of some, which take as many bytes: what Thrift's compact protocol calls a codec, or a size. */
function patched(name: keyof typeof reference, what: (metadata: Uint8Array) => void): Uint8Array {
  const bytes = file(name);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 8, true);
  what(bytes.subarray(bytes.length - 8 - length, bytes.length - 8));
  return bytes;
}

it("readTable(bytes) refuses Parquet of a compression that nothing here unpacks, by name", async () => {
  // Of each column: its path, then field 4, a number that calls gzip 2 (4 as a zigzag) and LZO 3.
  const lzo = patched("gzip", (metadata) => {
    for (let at = 0; at + 1 < metadata.length; at += 1) {
      if (metadata[at] === 0x15 && metadata[at + 1] === 4 && metadata[at + 2] === 0x16) metadata[at + 1] = 6;
    }
  });
  await expect(readTable(lzo)).rejects.toMatchObject({
    code: "UNSUPPORTED",
    message: expect.stringContaining("compressed by LZO, which is not read. Write it by Snappy, gzip, zstd"),
  });
});

it.for(["snappy", "zstd"] as const)(
  "readTable(bytes) refuses Parquet by %s that ends early, at any byte, and never hangs",
  async (name) => {
    const whole = file(name);
    for (let length = 4; length < whole.length; length += 97) {
      await expect(readTable(whole.subarray(0, length))).rejects.toMatchObject({ code: "INVALID_FORMAT" });
    }
  },
);
