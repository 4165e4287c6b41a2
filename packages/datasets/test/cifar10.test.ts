import { requireMirror } from "@minibatch/testing";
import { expect, test } from "vitest";
import { cifar10 } from "../src/cifar10.ts";
import { noCache } from "../src/caches/noCache.ts";

test("cifar10.load() gives 5,000 and 1,000 images of each class, channel-last", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await cifar10.load({ mirror, cache: noCache, offline: true });
  expect(train.x.shape).toEqual([50_000, 32, 32, 3]);
  expect(train.x.data).toHaveLength(50_000 * 32 * 32 * 3);
  expect(test.x.shape).toEqual([10_000, 32, 32, 3]);
  expect(train.y.data[0]).toBe(6);
  expect(cifar10.classNames[train.y.data[0] ?? 0]).toBe("frog");
  expect([...train.x.data.subarray(0, 3)]).toEqual([59, 62, 63]);
  const count = (labels: Uint8Array) =>
    cifar10.classNames.map((_, label) => labels.reduce((n, y) => n + Number(y === label), 0));
  expect(count(train.y.data)).toEqual(Array(10).fill(5000));
  expect(count(test.y.data)).toEqual(Array(10).fill(1000));
});

test("cifar10.load({ limit }) gives the first images", async (context) => {
  const mirror = requireMirror(context);
  const { train, test } = await cifar10.load({ mirror, cache: noCache, limit: { train: 2, test: 0 } });
  expect(train.x.shape).toEqual([2, 32, 32, 3]);
  expect([...train.y.data]).toEqual([6, 9]);
  expect([...train.x.data.subarray(0, 3)]).toEqual([59, 62, 63]);
  expect(test.y.shape).toEqual([0]);
});
