import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { listCache } from "../src/caches/listCache.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { emnistBalanced } from "../src/emnistBalanced.ts";
import { emnistLetters } from "../src/emnistLetters.ts";
import { defineEmnist } from "../src/emnist/defineEmnist.ts";
import { encodeIdx } from "../src/formats/encodeIdx.ts";
import type { NdArray } from "../src/NdArray.ts";
import { failure } from "./failure.ts";
import { makeZip } from "./makeZip.ts";
import { fileEntry, mirrorWith } from "./mirrorWith.ts";

// The real file was not at hand when this was written: what loads here are made archives of the same layout.

const size = { train: 52, test: 26 };

/** The value of a pixel of an upright image. */
const upright = (row: number, line: number, column: number) => (row + 3 * line + 7 * column) % 256;

function members(part: string, split: "train" | "test", firstLabel: number): Record<string, Uint8Array> {
  const rows = size[split];
  // Lying, as the source has them.
  const pixels = Uint8Array.from({ length: rows * 784 }, (_, i) =>
    upright(Math.floor(i / 784), i % 28, Math.floor((i % 784) / 28)),
  );
  const labels = Uint8Array.from({ length: rows }, (_, row) => (row % 26) + firstLabel);
  const name = `gzip/emnist-${part}-${split}`;
  return {
    [`${name}-images-idx3-ubyte.gz`]: zippedIdx({ data: pixels, shape: [rows, 28, 28] }),
    [`${name}-labels-idx1-ubyte.gz`]: zippedIdx({ data: labels, shape: [rows] }),
  };
}

const zippedIdx = (array: NdArray): Uint8Array => gzipSync(encodeIdx(array) ?? new Uint8Array());

const whole = {
  ...members("balanced", "train", 0),
  ...members("balanced", "test", 0),
  ...members("letters", "train", 1),
  ...members("letters", "test", 1),
};

async function made(contents: Readonly<Record<string, Uint8Array>>) {
  const bytes = makeZip(contents);
  const archive = fileEntry("gzip.zip", bytes);
  return {
    balanced: defineEmnist({ ...emnistBalanced, size, part: "balanced", firstLabel: 0 }, archive),
    letters: defineEmnist({ ...emnistLetters, size, part: "letters", firstLabel: 1 }, archive),
    mirror: await mirrorWith("emnist/gzip.zip", bytes),
  };
}

test("emnistBalanced and emnistLetters have the checksum that is published, and torchvision's classes", () => {
  for (const { files, folder } of [emnistBalanced, emnistLetters]) {
    expect(folder).toBe("emnist");
    expect(files).toEqual([
      {
        name: "gzip.zip",
        bytes: 561_753_746,
        sha256: "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e",
      },
    ]);
  }
  expect(emnistBalanced.classNames).toHaveLength(47);
  expect(emnistBalanced.classNames.toSorted()).toEqual(emnistBalanced.classNames);
  expect(emnistLetters.classNames).toHaveLength(26);
});

test("defineEmnist(table) loads images upright and labels from 0", async () => {
  const { balanced, letters, mirror } = await made(whole);
  const cache = memoryCache();
  for (const dataset of [balanced, letters]) {
    const { train, test } = await dataset.load({ mirror, cache });
    expect([train.x.shape, test.x.shape]).toEqual([
      [52, 28, 28, 1],
      [26, 28, 28, 1],
    ]);
    expect(Array.from(test.y.data)).toEqual(Array.from({ length: 26 }, (_, row) => row));
    for (const [row, line, column] of [
      [0, 0, 1],
      [3, 27, 0],
      [51, 12, 20],
    ] as const) {
      expect(train.x.data[row * 784 + line * 28 + column]).toBe(upright(row, line, column));
    }
  }
  // One file for both.
  expect(await cache.list()).toEqual(["emnist/gzip.zip"]);
  expect(await listCache(cache, letters)).toMatchObject([{ key: "emnist/gzip.zip", state: "present" }]);
  const few = await letters.load({ cache, offline: true, limit: { train: 3, test: 0 } });
  expect(few.train.x.shape).toEqual([3, 28, 28, 1]);
  expect(Array.from(few.train.y.data)).toEqual([0, 1, 2]);
});

test.each([
  [
    "without the labels",
    { "gzip/emnist-letters-train-labels-idx1-ubyte.gz": undefined },
    "has no gzip/emnist-letters-train-labels",
  ],
  ["whose labels start at 0", members("letters", "train", 0), "Label 0 in row 0: from 1 to 26 is expected"],
  [
    "of other files",
    {
      "gzip/emnist-letters-train-images-idx3-ubyte.gz":
        whole["gzip/emnist-letters-test-images-idx3-ubyte.gz"],
    },
    "Expected 40784 bytes after unzipping",
  ],
])("defineEmnist(table).load() refuses an archive %s", async (_, change, message) => {
  const present = Object.entries({ ...whole, ...change }).filter(([, bytes]) => bytes !== undefined);
  const { letters, mirror } = await made(Object.fromEntries(present as [string, Uint8Array][]));
  const error = await failure(letters.load({ mirror, cache: noCache }));
  expect(error.code).toBe("INVALID_FORMAT");
  expect(error.message).toContain(message);
});
