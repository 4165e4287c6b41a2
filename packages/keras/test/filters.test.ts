import { expect, it } from "vitest";
import { Cursor } from "../src/bytes/Cursor.ts";
import { Pen } from "../src/bytes/Pen.ts";
import { readFilters, undoFilters } from "../src/hdf5/filters.ts";

it("readFilters(message) of version 1 passes over names, and over what fills an odd number of values", () => {
  const pen = new Pen().bytes([1, 3]).zeros(6);
  pen.uints(2, 2, 8, 1, 1).text("shuffle\0").uints(4, 4, 0);
  pen.uints(2, 1, 0, 1, 2).uints(4, 6, 9);
  pen.uints(2, 3, 16, 0, 0).text("fletcher32\0\0\0\0\0\0");
  expect(readFilters(new Cursor(pen.finish()))).toEqual([
    { id: 2, values: [4] },
    { id: 1, values: [6, 9] },
    { id: 3, values: [] },
  ]);
});

it("readFilters(message) of version 2 has names only where HDF5 does not know the filter, and refuses those", () => {
  const known = new Pen().bytes([2, 2]).uints(2, 2, 0, 1).uints(4, 8).uints(2, 3, 0, 0);
  expect(readFilters(new Cursor(known.finish()))).toEqual([
    { id: 2, values: [8] },
    { id: 3, values: [] },
  ]);
  const other = new Pen().bytes([2, 1]).uints(2, 32_000, 4, 0, 0).text("lzf\0");
  expect(() => readFilters(new Cursor(other.finish()))).toThrow("the HDF5 filter 32000");
});

it.each([1, 2, 4, 8])(
  "undoFilters(bytes) puts values of %i bytes together that shuffle took apart",
  async (width) => {
    const values = Uint8Array.from({ length: 5 * width }, (_, at) => 255 - at);
    // By its definition: all first bytes, then all second ones.
    const places = Array.from({ length: values.length }, (_, at) => (at % 5) * width + Math.floor(at / 5));
    const shuffled = Uint8Array.from(places, (place) => values[place] ?? 0);
    const filters = [{ id: 2, values: [width] }];
    expect([...(await undoFilters(shuffled, filters, 0, values.length))]).toEqual([...values]);
    // The bit of a filter says that this chunk did not go through it.
    expect([...(await undoFilters(shuffled, filters, 1, values.length))]).toEqual([...shuffled]);
  },
);

it("undoFilters(bytes) leaves bytes that fill no value where they were, as HDF5 does", async () => {
  const shuffled = Uint8Array.of(1, 3, 2, 4, 9);
  const bytes = await undoFilters(shuffled, [{ id: 2, values: [2] }], 0, 5);
  expect([...bytes]).toEqual([1, 2, 3, 4, 9]);
});
