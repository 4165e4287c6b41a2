import { type CachedFile, listCache, memoryCache, mnist, syntheticDigits } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { cacheState } from "../src/datasets/cacheState.ts";
import { tinyCache, tinyCard } from "./tinyArchive.ts";

it("cacheState(dataset, files) sums up what a cache holds", async () => {
  expect(cacheState(tinyCard, await listCache(await tinyCache(), tinyCard))).toBe("yes");
  const cache = await tinyCache();
  await cache.delete("tiny/batches/two.bin");
  expect(cacheState(tinyCard, await listCache(cache, tinyCard))).toBe("partly");
  expect(cacheState(mnist, await listCache(memoryCache(), mnist))).toBe("no");
  expect(cacheState(syntheticDigits, [])).toBe("drawn");
});

it("cacheState(dataset, files) does not count what is damaged", () => {
  const files = tinyCard.files.map((file): CachedFile => ({ file, key: file.name, state: "damaged" }));
  expect(cacheState(tinyCard, files)).toBe("no");
});
