import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test } from "vitest";
import { fetchDataset } from "../src/loading/fetchDataset.ts";
import { fileCache } from "../src/caches/fileCache.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { syntheticDigits } from "../src/syntheticDigits.ts";
import { verifyCache } from "../src/caches/verifyCache.ts";
import { failure } from "./failure.ts";
import { makeArchive } from "./makeArchive.ts";
import { layOutMirror, tinyDataset } from "./tinyDataset.ts";

test("fetchDataset(dataset, { cache }) brings every file into the cache, and replaces what is damaged", async () => {
  const mirror = await temporaryFolder();
  await layOutMirror(mirror);
  const cache = memoryCache();
  await cache.put("tiny/train-labels.gz", new Uint8Array(3));
  const files = new Set<string>();
  await fetchDataset(tinyDataset(), { cache, mirror, onProgress: ({ file }) => files.add(file) });
  expect((await verifyCache(cache, tinyDataset())).every(({ state }) => state === "whole")).toBe(true);
  expect([...files]).toEqual(tinyDataset().files.map(({ name }) => name));
  await fetchDataset(tinyDataset(), { cache, offline: true });
});

test("fetchDataset(dataset, { cache }) unpacks archives into the cache", async () => {
  const { card, mirror } = await makeArchive();
  const cache = memoryCache();
  await fetchDataset(card, { cache, mirror });
  const found = await verifyCache(cache, card);
  expect(found.map(({ state }) => state)).toEqual(["whole", "whole"]);
});

test("fetchDataset(dataset, { cache }) throws CACHE_FAILED when the cache cannot be written", async () => {
  const mirror = await temporaryFolder();
  await layOutMirror(mirror);
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "no folder");
  const error = await failure(fetchDataset(tinyDataset(), { cache: fileCache(file), mirror }));
  expect(error.code).toBe("CACHE_FAILED");
  expect(error.message).toContain(file);
});

test("fetchDataset(dataset) has nothing to do for what is drawn", async () => {
  const cache = memoryCache();
  await fetchDataset(syntheticDigits, { cache, offline: true });
  expect(await cache.list()).toEqual([]);
});
