import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { drawDigits, syntheticDigits } from "../src/syntheticDigits.ts";
import { failure } from "./failure.ts";

test("syntheticDigits.load() draws 10,000 and 2,000 digits, as its card says", async () => {
  const { train, test } = await syntheticDigits.load();
  expect(train.x.shape).toEqual([10_000, 28, 28, 1]);
  expect(train.x.data.length).toBe(10_000 * 784);
  expect(train.y.shape).toEqual([10_000]);
  expect(test.x.shape).toEqual([2000, 28, 28, 1]);
  expect(test.y.shape).toEqual([2000]);
  expect(syntheticDigits.size).toEqual({ train: 10_000, test: 2000 });
  expect(syntheticDigits.inputShape).toEqual([28, 28, 1]);
  expect(syntheticDigits.files).toEqual([]);
  expect(syntheticDigits.classNames).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
});

test("syntheticDigits.load({ train, test, limit }) gives the first rows of the larger set", async () => {
  const large = await syntheticDigits.load({ seed: 5, train: 1500, test: 30 });
  const small = await syntheticDigits.load({ seed: 5, train: 1500, limit: { train: 1100, test: 10 } });
  expect(small.train.y.shape).toEqual([1100]);
  expect(small.test.y.shape).toEqual([10]);
  expect(hashes(small.train.x.data)).toEqual(hashes(large.train.x.data).slice(0, 1100));
  expect(hashes(small.test.x.data)).toEqual(hashes(large.test.x.data).slice(0, 10));
  expect([...small.train.y.data]).toEqual([...large.train.y.data.subarray(0, 1100)]);
  expect([...small.test.y.data]).toEqual([...large.test.y.data.subarray(0, 10)]);
  const none = await syntheticDigits.load({ limit: 0 });
  expect(none.test.x).toEqual({ data: new Uint8Array(0), shape: [0, 28, 28, 1] });
});

test("syntheticDigits.load() draws test digits that no training digit equals", async () => {
  const { train, test } = await syntheticDigits.load({ train: 1000, test: 1000 });
  const seen = new Set(hashes(train.x.data));
  expect(seen.size).toBe(1000);
  expect(hashes(test.x.data).filter((hash) => seen.has(hash))).toEqual([]);
});

test("syntheticDigits.load({ onProgress }) reports bytes up to the whole of each part", async () => {
  const progress: string[] = [];
  await syntheticDigits.load({
    train: 1200,
    test: 1,
    onProgress: ({ file, loadedBytes, totalBytes }) => progress.push(`${file} ${loadedBytes}/${totalBytes}`),
  });
  expect(progress).toEqual(["train 785000/942000", "train 942000/942000", "test 785/785"]);
});

test("syntheticDigits.load({ signal }) rejects with the signal's reason, before and while drawing", async () => {
  const reason = new Error("enough");
  await expect(syntheticDigits.load({ limit: 0, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(reason);
  await expect(syntheticDigits.load({ signal: controller.signal, onProgress })).rejects.toBe(reason);
});

test("syntheticDigits.load(options) rejects sizes, limits and seeds that are no whole numbers", async () => {
  for (const options of [{ train: -1 }, { test: 1.5 }, { limit: -1 }, { limit: { test: Number.NaN } }]) {
    expect(await failure(syntheticDigits.load(options))).toMatchObject({ code: "INVALID_ARGUMENT" });
  }
  expect(await failure(syntheticDigits.load({ seed: 0.5 }))).toMatchObject({
    code: "INVALID_ARGUMENT",
    message: "seed must be a whole number, got 0.5",
  });
  expect(await failure(syntheticDigits.load({ train: 1_000_001 }))).toMatchObject({ code: "LIMIT_EXCEEDED" });
});

test("drawDigits({ seed }) is what the training part of that seed holds", async () => {
  const { train } = await syntheticDigits.load({ seed: 3, train: 40, test: 0 });
  const { x, y } = drawDigits({ count: 40, seed: 3 });
  expect(hashes(x.data)).toEqual(hashes(train.x.data));
  expect([...y.data]).toEqual([...train.y.data]);
});

function hashes(images: Uint8Array): string[] {
  return Array.from({ length: images.length / 784 }, (_, i) =>
    createHash("sha256")
      .update(images.subarray(i * 784, (i + 1) * 784))
      .digest("hex"),
  );
}
