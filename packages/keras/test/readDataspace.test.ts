import { expect, it } from "vitest";
import { Cursor } from "../src/bytes/Cursor.ts";
import { readDataspace, sizeOf } from "../src/hdf5/readDataspace.ts";

/** A shape as version 1 of the message has it: the axes are eight bytes each. */
function message(rank: number, version = 1): Cursor {
  const head = version === 1 ? [1, rank, 0, 0, 0, 0, 0, 0] : [2, rank, 0, 1];
  const axes = Array.from({ length: rank }, (_, axis) => [axis + 2, 0, 0, 0, 0, 0, 0, 0]);
  return new Cursor(Uint8Array.from([...head, ...axes.flat()]));
}

it.each([1, 2])(
  "readDataspace(message) of version %i takes up to 32 axes, which are HDF5's own limit",
  (version) => {
    expect(readDataspace(message(3, version))).toEqual([2, 3, 4]);
    expect(readDataspace(message(32, version))).toHaveLength(32);
    expect(() => readDataspace(message(33, version))).toThrow("an array has 33 axes");
  },
);

it("readDataspace(message) of a null space has no values", () => {
  expect(readDataspace(new Cursor(Uint8Array.of(2, 0, 0, 2)))).toEqual([0]);
  // In version 1 the same byte is reserved.
  expect(readDataspace(new Cursor(Uint8Array.of(1, 1, 0, 2, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0)))).toEqual([
    5,
  ]);
});

it("sizeOf(shape) refuses what cannot be counted", () => {
  expect([sizeOf([]), sizeOf([2, 3]), sizeOf([2 ** 26, 2 ** 26])]).toEqual([1, 6, 2 ** 52]);
  expect(() => sizeOf([2 ** 30, 2 ** 30])).toThrow(`an array of the shape [${2 ** 30}, ${2 ** 30}]`);
});
