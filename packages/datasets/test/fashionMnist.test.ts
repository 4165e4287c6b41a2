import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { fashionMnist } from "../src/fashionMnist.ts";
import { mnist } from "../src/mnist.ts";
import { noCache } from "../src/caches/noCache.ts";

test("fashionMnist.load() gives 6,000 and 1,000 images of each class", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await fashionMnist.load({ mirror, cache: noCache, offline: true });
  expect(train.x.shape).toEqual([60_000, 28, 28, 1]);
  expect(test.x.shape).toEqual([10_000, 28, 28, 1]);
  expect([...train.y.data.subarray(0, 8)]).toEqual([9, 0, 0, 3, 0, 2, 7, 2]);
  const count = (labels: Uint8Array) =>
    fashionMnist.classNames.map((_, label) => labels.reduce((n, y) => n + Number(y === label), 0));
  expect(count(train.y.data)).toEqual(Array(10).fill(6000));
  expect(count(test.y.data)).toEqual(Array(10).fill(1000));
});

test("fashionMnist shares file names with mnist, but neither folder nor checksums", () => {
  expect(fashionMnist.files.map(({ name }) => name)).toEqual(mnist.files.map(({ name }) => name));
  expect(fashionMnist.name).not.toBe(mnist.name);
  const checksums = [...fashionMnist.files, ...mnist.files].flatMap(({ sha256, raw }) => [
    sha256,
    raw?.sha256,
  ]);
  expect(new Set(checksums).size).toBe(16);
});
