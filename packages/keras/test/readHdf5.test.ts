import { expect, it } from "vitest";
import { textAttribute, textsAttribute } from "../src/hdf5/textAttribute.ts";
import { findNode } from "../src/hdf5/findNode.ts";
import { readHdf5 } from "../src/hdf5/readHdf5.ts";
import type { KerasError } from "../src/KerasError.ts";
import { hdf5Bytes, hdf5Formats } from "./hdf5Reference.ts";

const table = Array.from({ length: 60 }, (_, i) => i / 8);

const expected: Readonly<Record<string, readonly [readonly number[], readonly (number | string)[]]>> = {
  whole: [[6, 10], table],
  chunks: [[6, 10], table],
  zipped: [[6, 10], table],
  single: [[6, 10], table],
  double: [[6, 10], table],
  half: [[6, 10], table],
  big: [[6, 10], table],
  integers: [[6], [-3, -2, -1, 0, 1, 2]],
  bytes: [[5], [0, 1, 2, 3, 4]],
  shorts: [[3], [-2, 300, -32_768]],
  words: [[3], [2, 300, 65_535]],
  signed: [[3], [-128, -1, 127]],
  counts: [[3], [0, 7, 2 ** 31 - 1]],
  steps: [[2], [-(2 ** 31), 2 ** 31 - 1]],
  brain: [[4], [1, -2.5, 3.140625, 0]],
  "whole numbers, big-endian": [
    [2, 2],
    [-1, 2, 300, -70_000],
  ],
  "doubles, big-endian": [[3], [Math.fround(0.1), Number.NEGATIVE_INFINITY, Math.fround(1e-3)]],
  rank: [Array(32).fill(1), [0]],
  extremes: [
    [7],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** -24, -(2 ** -14), 65_504, 0, Number.NaN],
  ],
  tiles: [[100, 3], Array.from({ length: 300 }, (_, i) => i)],
  scalar: [[], [2.5]],
  empty: [[0, 3], []],
  "many/entry17": [[], [17]],
  flags: [[3], [1, 0, 1]],
  names: [[3], ["kernel", "", "größe"]],
  codes: [[3], ["ab", "abcde", ""]],
  sparse: [
    [4, 6],
    [...Array(12).fill(0), 0, 0, 1, 2, 0, 0, 0, 0, 3, 4, 0, 0],
  ],
  unwritten: [[2, 3], Array(6).fill(0)],
  reserved: [[2, 3], Array(6).fill(0)],
  "rare/early": [[3, 4], Array.from({ length: 12 }, (_, i) => i)],
  "rare/some/entry11": [[], [11]],
  "rare/blank": [[2], ["", ""]],
  "rare/compact": [[3], [1, 2, 3]],
  [`rare/ordered/${"z".repeat(300)}`]: [[], [26]],
  "rare/ordered/größe": [[], [7]],
  cube: [[3, 4, 5], Array.from({ length: 60 }, (_, i) => i)],
  shuffled: [[7], [-3, -2, -1, 0, 1, 2, 3]],
};

it.each(hdf5Formats)("readHdf5(bytes) reads what h5py wrote in the %s format", async (format) => {
  const root = await readHdf5(hdf5Bytes(format));
  expect(textAttribute(root, "text")).toBe("naïve");
  expect(textsAttribute(root, "list")).toEqual(["a", "", "long".repeat(20)]);
  for (const [path, [shape, data]] of Object.entries(expected)) {
    const values = await findNode(root, path)?.dataset?.read();
    expect([path, values?.shape, values && [...values.data]]).toEqual([path, shape, data]);
  }
});

it.each([60, 1800])(
  "readHdf5(bytes) finds each of the %i groups that h5py wrote in the newest format",
  async (count) => {
    const root = await readHdf5(hdf5Bytes(`crowd of ${count}`));
    const names = Array.from({ length: count }, (_, i) => `${"layer_".repeat(50)}${i}`);
    expect([...root.children.keys()].sort()).toEqual(names.sort());
  },
);

it.each(hdf5Formats)("readHdf5(bytes) says what of the %s format it does not read", async (format) => {
  const root = await readHdf5(hdf5Bytes(format));
  const failure = (path: string) =>
    findNode(root, path)
      ?.dataset?.read()
      .catch(({ code, message }: KerasError) => [code, message]);
  for (const [path, what] of [
    ["complex", "values of the HDF5 type 6 with 8 bytes"],
    ["packed", "the HDF5 filter 32000"],
    ["rare/extended", "values of the HDF5 type 1 with 16 bytes"],
    ["rare/ragged", "values of the HDF5 type 9 with 16 bytes"],
    ["beyond", "the whole number 2147483648, where TensorFlow.js has 32 bits"],
    ["long", "the whole number 2147483648, where TensorFlow.js has 32 bits"],
    ["unsigned", "the whole number 18446744073709552000, where TensorFlow.js has 32 bits"],
  ] as const) {
    expect(await failure(path)).toEqual(["UNSUPPORTED_FILE", expect.stringContaining(what)]);
  }
  expect(findNode(root, "rare/a type alone")).toMatchObject({ children: new Map() });
  expect(findNode(root, "rare/a type alone")).not.toHaveProperty("dataset");
  const values = JSON.stringify(Float32Array.from(table));
  expect(JSON.stringify(await failure("growing"))).toContain(
    format === "newest" ? "a data set that can grow" : values,
  );
});

it.each(hdf5Formats)(
  "readHdf5(bytes) refuses a gigabyte that the few bytes of the %s format promise",
  async (format) => {
    const root = await readHdf5(hdf5Bytes(format));
    await expect(findNode(root, "huge")?.dataset?.read()).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
    // What was asked for before counts, too.
    await expect(findNode(root, "whole")?.dataset?.read()).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  },
);
