import { existsSync } from "node:fs";
import { join } from "node:path";
import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { defineIdxDataset } from "../src/defineIdxDataset.ts";
import { kmnist } from "../src/kmnist.ts";
import { noCache } from "../src/caches/noCache.ts";
import { failure } from "./failure.ts";
import { type Answer, send, startServer } from "./startServer.ts";
import { tiny, tinyFiles, tinyTable } from "./tinyDataset.ts";

// The real files were not at hand when this was written: what loads here are generated files of the same format.

/** What TensorFlow Datasets publishes: tensorflow_datasets/datasets/kmnist/checksums.tsv. */
const published = [
  [
    "train-images-idx3-ubyte.gz",
    18_165_135,
    "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4",
  ],
  ["train-labels-idx1-ubyte.gz", 29_497, "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17"],
  [
    "t10k-images-idx3-ubyte.gz",
    3_041_136,
    "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5",
  ],
  ["t10k-labels-idx1-ubyte.gz", 5_120, "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c"],
];

const serveTiny: Answer = (request, response) => {
  send(tinyFiles[request.url?.split("/").at(-1) ?? ""]?.gz ?? new Uint8Array(9))(request, response);
};

test("kmnist has the sizes and checksums that are published", () => {
  expect(kmnist.files.map(({ name, bytes, sha256 }) => [name, bytes, sha256])).toEqual(published);
});

test("kmnist's table, with generated files, loads images with their characters", async () => {
  const { url } = await startServer(serveTiny);
  const { size, parts } = tinyTable();
  const { train, test } = await defineIdxDataset({ ...kmnist, size, parts }).load({
    mirror: url,
    cache: noCache,
  });
  expect(train.x.shape).toEqual([100, 28, 28, 1]);
  expect(test.x.shape).toEqual([20, 28, 28, 1]);
  expect(Buffer.compare(test.x.data, tiny("test-images.gz").raw.subarray(16))).toBe(0);
  expect(kmnist.classNames[train.y.data[0] ?? -1]).toMatch(/^[ぁ-ん] [a-z]+$/u);
});

test("kmnist.load() refuses files that are not those of the checksums", async () => {
  const { url } = await startServer(serveTiny);
  const error = await failure(kmnist.load({ mirror: url, cache: noCache }));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(error.message).toContain("expected 18165135 bytes with SHA-256 51467d22");
});

test("kmnist.load() gives 6,000 and 1,000 images of each class", async (context) => {
  const mirror = requireMirror(context);
  if (!existsSync(join(mirror, kmnist.name)))
    context.skip("the mirror folder has no kmnist/: put its four files there");
  const { train, test } = await kmnist.load({ mirror, cache: noCache });
  expect(train.x.shape).toEqual([60_000, 28, 28, 1]);
  const count = (labels: Uint8Array) =>
    kmnist.classNames.map((_, label) => labels.reduce((n, y) => n + Number(y === label), 0));
  expect(count(train.y.data)).toEqual(Array(10).fill(6000));
  expect(count(test.y.data)).toEqual(Array(10).fill(1000));
});
