import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test } from "vitest";
import type { LoadProgress } from "../src/Dataset.ts";
import { bostonHousing } from "../src/bostonHousing.ts";
import { cifar10 } from "../src/cifar10.ts";
import { clearCache } from "../src/caches/clearCache.ts";
import { fileCache } from "../src/caches/fileCache.ts";
import { listCache } from "../src/caches/listCache.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { syntheticDigits } from "../src/syntheticDigits.ts";
import { verifyCache } from "../src/caches/verifyCache.ts";
import { failure } from "./failure.ts";
import { layOutMirror, tiny, tinyDataset } from "./tinyDataset.ts";

const states = (files: readonly { readonly state: string }[]): string[] => files.map(({ state }) => state);

test("verifyCache(cache, dataset) tells whole files from damaged and missing ones", async () => {
  const folder = await temporaryFolder();
  await layOutMirror(folder, { "test-labels.gz": undefined, "train-labels.gz": new Uint8Array([1, 2]) });
  const cache = fileCache(folder);
  expect(states(await listCache(cache, tinyDataset()))).toEqual(["present", "present", "present", "missing"]);
  const events: LoadProgress[] = [];
  const found = await verifyCache(cache, tinyDataset(), { onProgress: (event) => events.push(event) });
  expect(states(found)).toEqual(["whole", "damaged", "whole", "missing"]);
  expect(found[1]).toEqual({
    file: tiny("train-labels.gz").entry,
    key: "tiny/train-labels.gz",
    state: "damaged",
  });
  expect(events.map(({ file }) => file)).toEqual(["train-images.gz", "train-labels.gz", "test-images.gz"]);
});

test("verifyCache(cache, dataset) takes a file that was unzipped on the way", async () => {
  const cache = memoryCache();
  await cache.put("tiny/train-images.gz", tiny("train-images.gz").raw);
  expect(states(await verifyCache(cache, tinyDataset()))).toEqual(["whole", "missing", "missing", "missing"]);
});

test("verifyCache(cache, dataset, { signal }) rejects with the signal's reason", async () => {
  const reason = new Error("changed my mind");
  await expect(verifyCache(memoryCache(), tinyDataset(), { signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );
});

test("verifyCache(cache, dataset) throws CACHE_FAILED for a cache that cannot be read", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "no folder");
  expect((await failure(verifyCache(fileCache(file), tinyDataset()))).code).toBe("CACHE_FAILED");
});

test("listCache(cache, dataset) names the members of an archive, and the alternative that is there", async () => {
  const cache = memoryCache();
  await cache.put("cifar-10/cifar-10-batches-bin/test_batch.bin", new Uint8Array(1));
  await cache.put("boston-housing/boston_housing.npz", new Uint8Array(1));
  expect(states(await listCache(cache, cifar10))).toEqual([...Array(5).fill("missing"), "present"]);
  expect(await listCache(cache, bostonHousing)).toMatchObject([
    { key: "boston-housing/boston_housing.npz", state: "present" },
  ]);
  expect(await listCache(memoryCache(), bostonHousing)).toMatchObject([
    { key: "boston-housing/housing.data", state: "missing" },
  ]);
  expect(await listCache(cache, syntheticDigits)).toEqual([]);
});

test("clearCache(cache, dataset) deletes the files of one dataset, and nothing else", async () => {
  const folder = await temporaryFolder();
  await layOutMirror(folder);
  const cache = fileCache(folder);
  await writeFile(join(folder, "tiny", "notes.txt"), "mine");
  await writeFile(join(folder, "thesis.txt"), "mine");
  await cache.put("boston-housing/housing.data", new Uint8Array(1));
  const cleared = await clearCache(cache, tinyDataset());
  expect(cleared.sort()).toEqual(
    tinyDataset()
      .files.map(({ name }) => `tiny/${name}`)
      .sort(),
  );
  expect(await cache.list()).toEqual(["boston-housing/housing.data", "thesis.txt", "tiny/notes.txt"]);
  expect(await clearCache(cache, tinyDataset())).toEqual([]);
});
