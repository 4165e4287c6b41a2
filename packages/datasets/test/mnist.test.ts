import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { mnist } from "../src/mnist.ts";
import { noCache } from "../src/caches/noCache.ts";

test("mnist.load() gives 60,000 and 10,000 images of 28x28 with their digits", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await mnist.load({ mirror, cache: noCache, offline: true });
  expect(train.x.shape).toEqual([60_000, 28, 28, 1]);
  expect(train.x.data).toHaveLength(60_000 * 28 * 28);
  expect(train.y.shape).toEqual([60_000]);
  expect(test.x.shape).toEqual([10_000, 28, 28, 1]);
  expect(test.y.shape).toEqual([10_000]);
  expect([...train.y.data.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
  expect([...test.y.data.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
  expect(train.x.data.reduce((most, value) => Math.max(most, value), 0)).toBe(255);
});

test("mnist.load({ limit }) gives the first images", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await mnist.load({ mirror, cache: noCache, limit: { train: 5, test: 1 } });
  expect(train.x.shape).toEqual([5, 28, 28, 1]);
  expect([...train.y.data]).toEqual([5, 0, 4, 1, 9]);
  expect(test.x.shape).toEqual([1, 28, 28, 1]);
});
