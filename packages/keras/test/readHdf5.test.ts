import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { textAttribute, textsAttribute } from "../src/hdf5/textAttribute.ts";
import { findNode } from "../src/hdf5/findNode.ts";
import { readHdf5 } from "../src/hdf5/readHdf5.ts";

const files = JSON.parse(readFileSync(`${import.meta.dirname}/reference/hdf5.json`, "utf8")) as Record<
  string,
  string
>;
const table = Array.from({ length: 60 }, (_, i) => i / 8);

const expected: Readonly<Record<string, readonly [readonly number[], readonly number[]]>> = {
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
  extremes: [[6], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** -24, -(2 ** -14), 65_504, 0]],
  tiles: [[100, 3], Array.from({ length: 300 }, (_, i) => i)],
  scalar: [[], [2.5]],
  empty: [[0, 3], []],
  "many/entry17": [[], [17]],
};

it.each(Object.keys(files))("readHdf5(bytes) reads what h5py wrote in the %s format", async (format) => {
  const root = await readHdf5(new Uint8Array(gunzipSync(Buffer.from(files[format] ?? "", "base64"))));
  expect(textAttribute(root, "text")).toBe("naïve");
  expect(textsAttribute(root, "list")).toEqual(["a", "", "long".repeat(20)]);
  for (const [path, [shape, data]] of Object.entries(expected)) {
    const values = await findNode(root, path)?.dataset?.read();
    expect([path, values?.shape, values && [...values.data]]).toEqual([path, shape, data]);
  }
});
